;;; presscheck.el --- Checks news copy as you write  -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "28.1") (eglot "1.9"))

;;; Commentary:

;; Put this file on `load-path' and, in the init file:
;;
;;   (require 'presscheck)
;;   (add-hook 'text-mode-hook #'eglot-ensure) ; `markdown-mode' is derived from it
;;
;; What is underlined and what can be done about it is Flymake's and Eglot's own:
;; `flymake-goto-next-error', `eldoc', `eglot-code-actions'.

;;; Code:

(require 'eglot)

(defgroup presscheck nil
  "Checks news copy: sources, quotes, and what others report."
  :group 'text)

(defcustom presscheck-command '("presscheck" "lsp")
  "The server: a program and its arguments."
  :type '(repeat string))

(defcustom presscheck-modes '(markdown-mode text-mode)
  "Major modes of articles."
  :type '(repeat symbol))

(add-to-list 'eglot-server-programs
             (cons presscheck-modes (lambda (&rest _) presscheck-command)))

(provide 'presscheck)
;;; presscheck.el ends here

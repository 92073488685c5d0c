;;; editor.el --- A desk's work in real Emacs, with the real server  -*- lexical-binding: t; -*-

;; Run by tests/run:
;;   NEWSROOM=<copy of tests/editors/newsroom> emacs -Q --batch -l editor.el
;; with `presscheck' on $PATH, as a user has it.

;; From Emacs 29 on Eglot is built in; Debian's package is not seen under -Q.
(dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/*"))
  (push folder load-path))
(push (expand-file-name ".." (file-name-directory load-file-name)) load-path)
(require 'cl-lib)
(require 'presscheck)

(setq eglot-sync-connect 60 make-backup-files nil create-lockfiles nil
      eglot-confirm-server-initiated-edits nil)
(defvar article (expand-file-name "valley-times/ferry.md" (getenv "NEWSROOM")))
(defvar passed 0)
(defvar failed 0)

(defun it (what test)
  "Run TEST, which shows WHAT."
  (condition-case problem
      (progn (funcall test) (cl-incf passed) (princ (format "ok   %s\n" what)))
    (error (cl-incf failed)
           (princ (format "FAIL %s\n     %s\n" what (error-message-string problem))))))

(defun wait-for (what condition)
  "Wait for CONDITION, which is WHAT; a busy machine may take its time."
  (let ((end (time-add nil 60)))
    (while (not (funcall condition))
      (when (time-less-p end nil) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.05))))

(defun findings ()
  "Words that are underlined, with the message."
  (mapcar (lambda (it)
            (cons (buffer-substring-no-properties (flymake-diagnostic-beg it) (flymake-diagnostic-end it))
                  (flymake-diagnostic-text it)))
          (flymake-diagnostics)))

(defun put-point-on (words)
  "Go to the start of WORDS."
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0)))

(find-file article)
(text-mode)
(eglot-ensure)
(run-hooks 'post-command-hook)

(it "serves an article"
    (lambda () (wait-for "the server" #'eglot-current-server)))

(it "underlines exactly the words, after an emoji too"
    (lambda ()
      (wait-for "the finding" (lambda () (flymake-start) (assoc "4,2000" (findings))))
      (cl-assert (string-match-p "not a well-formed number" (cdr (assoc "4,2000" (findings)))))
      (cl-assert (assoc "TK" (findings)))))

(it "underlines what another outlet reports differently"
    (lambda ()
      (wait-for "the conflict" (lambda () (flymake-start) (assoc "31 million kronor" (findings))))))

(it "shows how the other outlet reports the point"
    (lambda ()
      (put-point-on "31 million")
      (let* ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover
                                     (eglot--TextDocumentPositionParams)))
             (text (plist-get (plist-get hover :contents) :value)))
        (cl-assert (string-match-p "Harbour News" text) nil "%s" text)
        (cl-assert (string-match-p "47 million kronor" text) nil "%s" text))))

(it "tags a quote with its speaker, and saves it"
    (lambda ()
      (put-point-on "have waited")
      (cl-letf (((symbol-function 'completing-read)
                 (lambda (_ titles &rest _)
                   (or (cl-find-if (lambda (title) (string-prefix-p "Tag quote" title))
                                   (mapcar (lambda (it) (if (consp it) (car it) it)) titles))
                       (error "No \"Tag quote\" among %S" titles)))))
        (let ((last-nonmenu-event ?.)) ; by keyboard: no pop-up menu
          (call-interactively #'eglot-code-actions)))
      (save-buffer)
      (with-temp-buffer
        (insert-file-contents article)
        (search-forward "[\"We have waited a year for this morning,\"]{.quote speaker=\"Ada Reyes\""))))

(it "takes a finding away as soon as its cause is gone"
    (lambda ()
      (put-point-on "TK kronor")
      (delete-char 2)
      (insert "45")
      (eglot--signal-textDocument/didChange)
      (wait-for "the finding to go" (lambda () (flymake-start) (not (assoc "TK" (findings)))))
      (set-buffer-modified-p nil)))

(it "stops with the editor"
    (lambda () (eglot-shutdown (eglot-current-server) nil 30)))

(princ (format "%d passed, %d failed\n" passed failed))
(kill-emacs (if (= failed 0) 0 1))

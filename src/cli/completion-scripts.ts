// The scripts that make a shell ask `pipeline --complete` at every TAB. They know nothing of verbs: what can be typed is
// asked for each time, so that they need not be renewed. Nothing that comes back is ever run, only put into the line.

import type { Shell } from './complete-shell.ts';

const BASH = `# Completion of pipeline for bash. To have it in every shell, add to ~/.bashrc:
#   eval "$(pipeline completion bash)"

_pipeline_complete() {
  local answer manner line
  COMPREPLY=()
  answer=$(command pipeline --complete bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null) || return
  {
    IFS= read -r manner
    while IFS= read -r line; do COMPREPLY+=("$line"); done
  } <<<"$answer"
  case $manner in
    nospace) compopt -o nospace 2>/dev/null ;;
    files) compopt -o default 2>/dev/null ;;
    folders) compopt -o dirnames 2>/dev/null ;;
  esac
}
complete -o nosort -F _pipeline_complete pipeline 2>/dev/null || complete -F _pipeline_complete pipeline
`;

const ZSH = `#compdef pipeline
# Completion of pipeline for zsh. To have it in every shell, add to ~/.zshrc behind compinit:
#   eval "$(pipeline completion zsh)"
# or put it into a folder of $fpath: pipeline completion zsh > FOLDER/_pipeline

_pipeline() {
  local -a lines asked values shown
  local line
  asked=("\${(@Q)words[2,CURRENT-1]}")
  (( CURRENT > 2 )) || asked=()
  lines=("\${(@f)$(command pipeline --complete zsh -- "\${asked[@]}" "\${(Q)PREFIX}" 2>/dev/null)}")
  for line in "\${(@)lines[2,-1]}"; do
    [[ -n $line ]] || continue
    values+=("\${line%%$'\\t'*}")
    shown+=("\${line/$'\\t'/  -- }")
  done
  case $lines[1] in
    files) _files ;;
    folders) _files -/ ;;
    nospace) compadd -V pipeline -S '' -a -- values ;;
    words)
      if [[ "$lines" == *$'\\t'* ]]; then compadd -V pipeline -l -d shown -a -- values
      else compadd -V pipeline -a -- values; fi ;;
  esac
}
if [[ $funcstack[1] == _pipeline ]]; then _pipeline "$@"; else compdef _pipeline pipeline; fi
`;

const FISH = `# Completion of pipeline for fish. To have it in every shell:
#   pipeline completion fish > ~/.config/fish/completions/pipeline.fish

function __pipeline_complete
    set -l before (commandline -opc)
    set -l lines (command pipeline --complete fish -- $before[2..-1] (commandline -ct) 2>/dev/null)
    switch "$lines[1]"
        case files
            __fish_complete_path (commandline -ct)
        case folders
            __fish_complete_directories (commandline -ct)
        case '*'
            printf '%s\\n' $lines[2..-1]
    end
end
complete -c pipeline -f -k -a '(__pipeline_complete)'
`;

export const COMPLETION_SCRIPTS: Readonly<Record<Shell, string>> = { bash: BASH, zsh: ZSH, fish: FISH };

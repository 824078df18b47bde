# bash completion for entente

_entente() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
  local options="--help" graph="--graph-min-confidence --polarity --modality --relation --edge-weight --roll-up"
  case $previous in
    --from) mapfile -t COMPREPLY < <(compgen -W "turtle trig ntriples nquads jsonld" -- "$word"); return ;;
    --to) mapfile -t COMPREPLY < <(compgen -W "turtle trig ntriples nquads jsonld gexf graphml csv claims" -- "$word"); return ;;
    --ontology | --catalogue | --files-from | --netrc-file | --cacert | --out-dir | -o | --output) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --lang) mapfile -t COMPREPLY < <(compgen -W "fr" -- "$word"); return ;;
    --polarity) mapfile -t COMPREPLY < <(compgen -W "positive negative" -- "$word"); return ;;
    --modality) mapfile -t COMPREPLY < <(compgen -W "asserted unconfirmed intended hypothetical" -- "$word"); return ;;
    --relation) mapfile -t COMPREPLY < <(compgen -W "supports attacks controls quotedBy" -- "$word"); return ;;
    --edge-weight) mapfile -t COMPREPLY < <(compgen -W "claims documents stories" -- "$word"); return ;;
    --stories) mapfile -t COMPREPLY < <(compgen -W "link none only" -- "$word"); return ;;
    --base | --min-confidence | --jobs | -j | --max-document | --shard-size | --graph-min-confidence | --endpoint | --graph | --retries | --timeout) return ;;
  esac
  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W "extract convert push check explain eval --help --version" -- "$word")
    return
  fi
  case $command in
    extract) options="--output --to --ontology --lang --base --min-confidence --jobs --max-document --files-from --null --out-dir --shard-size --resume --stories $graph --quiet --json-log --help" ;;
    convert) options="--output --from --to --base --lax --unique --expanded --lang --ontology $graph --help" ;;
    push) options="--endpoint --graph --default-graph --from --base --netrc-file --cacert --retries --timeout --dry-run --quiet --help" ;;
    explain) options="--ontology --lang --help" ;;
    eval) options="--errors --calibration --catalogue --ontology --lang --help" ;;
  esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _entente entente

# fish completion for entente

set -l commands extract check explain eval
complete -c entente -n "not __fish_seen_subcommand_from $commands" -f -a extract -d "News to graph"
complete -c entente -n "not __fish_seen_subcommand_from $commands" -f -a check -d "Check Turtle of your own"
complete -c entente -n "not __fish_seen_subcommand_from $commands" -f -a explain -d "Analysis of a text"
complete -c entente -n "not __fish_seen_subcommand_from $commands" -f -a eval -d "Score against gold"
complete -c entente -n "not __fish_seen_subcommand_from $commands" -l version -d "Print the version"
complete -c entente -s h -l help -d "Print help"
complete -c entente -n "__fish_seen_subcommand_from extract" -s o -l output -r -d "Where to write"
complete -c entente -n "__fish_seen_subcommand_from extract" -l to -x -a "turtle trig ntriples nquads jsonld gexf claims" -d "Format"
complete -c entente -n "__fish_seen_subcommand_from extract" -l base -x -d "IRI of what is written"
complete -c entente -n "__fish_seen_subcommand_from extract" -l min-confidence -x -d "Least confidence of a plain triple"
complete -c entente -n "__fish_seen_subcommand_from extract" -s q -l quiet -d "No progress bar"
complete -c entente -n "__fish_seen_subcommand_from extract explain eval" -l ontology -r -d "Turtle of your own"
complete -c entente -n "__fish_seen_subcommand_from extract explain eval" -l lang -x -a fr -d "Language of texts"
complete -c entente -n "__fish_seen_subcommand_from eval" -l errors -d "List what is missed and spurious"
complete -c entente -n "__fish_seen_subcommand_from eval" -l catalogue -r -d "Actors that are scored"

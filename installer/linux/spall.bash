# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of spall for bash. Commands and options are those that the program itself names.

_spall_words() {
    "$1" "${@:2}" --help 2>/dev/null
}

_spall() {
    local current=${COMP_WORDS[COMP_CWORD]}
    local previous=${COMP_WORDS[COMP_CWORD - 1]}
    local program=${COMP_WORDS[0]}
    local command=${COMP_WORDS[1]:-}
    case $previous in
    --device) mapfile -t COMPREPLY < <(compgen -W 'auto cpu cuda' -- "$current") && return ;;
    --fusion) mapfile -t COMPREPLY < <(compgen -W 'sum product rec critic' -- "$current") && return ;;
    --policy) mapfile -t COMPREPLY < <(compgen -W 'manual: f1 far: per-hour:' -- "$current") && return ;;
    --language) mapfile -t COMPREPLY < <(compgen -W 'en zh' -- "$current") && return ;;
    --paper) mapfile -t COMPREPLY < <(compgen -W 'a4 letter' -- "$current") && return ;;
    esac
    if [[ $COMP_CWORD -eq 1 && $current != -* ]]; then
        local commands
        commands=$(_spall_words "$program" | awk '/^Subcommands:/ { found = 1; next } found { print $1 }')
        mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$current"; compgen -f -- "$current")
    elif [[ $current == -* && $COMP_CWORD -gt 1 ]]; then
        local options
        options=$(_spall_words "$program" "$command" | grep -o -- '--[a-z][a-z-]*')
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
    elif [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W '--help --version' -- "$current")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
}

complete -o filenames -o nospace -F _spall spall

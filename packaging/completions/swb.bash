# bash completion for swb. Made by packaging/completions/generate from swb --help.

_swb_words()
{
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current")
}

# _swb_files [SUFFIX…]: files of these names, or all, and the folders on the way to them
_swb_files()
{
    local suffix path
    mapfile -t COMPREPLY < <(
        compgen -d -- "$current"
        for suffix in "${@:-}"; do
            compgen -f -X "!*$suffix" -- "$current" | while IFS= read -r path; do
                [[ -d $path ]] || printf '%s\n' "$path"
            done
        done
    )
    compopt -o filenames 2>/dev/null
}

_swb()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} options='' operands='' words=''
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        _swb_words 'listen connect run show check lab --help --version'
        return
    fi
    # --option=value arrives as three words.
    if [[ $current == '=' ]]; then
        current=''
    elif [[ $previous == '=' ]]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    case $previous in
    --encoding)
        _swb_words 'UTF-8 GBK GB18030 Big5 UTF-16LE UTF-16BE Shift_JIS EUC-JP EUC-KR ISO-8859-1 windows-1251 windows-1252 IBM037'
        return
        ;;
    --record)
        _swb_files .pcapng
        return
        ;;
    --timeout | --send | --send-hex | --reply | --greet | --delay | --close-on | --max-connections | --backlog | --connection | --find | --find-hex | --find-regex)
        COMPREPLY=()
        return
        ;;
    --send-file | --output)
        _swb_files
        return
        ;;
    --eol)
        _swb_words 'none lf crlf'
        return
        ;;
    --example)
        _swb_words 'same-answer two-clients shorter-comma bytes-and-characters one-shot http-by-hand lockstep unheard-answer one-at-a-time answered-once'
        return
        ;;
    --event)
        _swb_words 'listening stopped-listening accepting-paused accepting-resumed connecting opened received sent peer-finished finished reset closed error note reading-stopped reading-resumed gap'
        return
        ;;
    esac
    case ${COMP_WORDS[1]} in
    listen) options='-h --help --encoding --json --hex --raw --quiet --record --timeout --send --send-hex --send-file --eol --escapes --once --reset --keep-half-open --echo --reply --greet --delay --close-on --close-after-reply --max-connections --one-at-a-time --backlog --no-reuse' operands='' words='' ;;
    connect) options='-h --help --encoding --json --hex --raw --quiet --record --timeout --send --send-hex --send-file --eol --escapes --once --reset --keep-half-open --half-close' operands='' words='' ;;
    run) options='-h --help --json --hex --quiet --record --timeout --once --example' operands='.swbench' words='' ;;
    show) options='-h --help --encoding --json --hex --raw --csv --c-array --pcapng --output --quiet --connection --event --find --find-hex --find-regex --ignore-case --count' operands='.pcapng .pcap' words='' ;;
    check) options='-h --help --json --quiet' operands='.pcapng .pcap' words='' ;;
    lab) options='-h --help --json' operands='' words='list check all' ;;
    *) return ;;
    esac
    if [[ $current == -* ]]; then
        _swb_words "$options"
    elif [[ -n $words ]]; then
        _swb_words "$words"
    elif [[ -n $operands ]]; then
        _swb_files $operands
    fi
}

complete -F _swb swb

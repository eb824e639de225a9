# Ends a server that another program has started once its owner is gone: orphan-watch.sh PID
#
# The owner holds the other end of stdin and writes "release" when it has stopped the server itself.
trap '' INT HUP TERM
read -r word
[ "$word" = release ] || kill -INT "$1" 2>/dev/null

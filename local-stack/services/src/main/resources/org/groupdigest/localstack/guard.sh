# Runs a server that must not outlive its owner: guard.sh GRACE_SECONDS PID_FILE COMMAND...
#
# The owner holds the other end of stdin. It closes it to have the server stopped, and the operating system closes it when the
# owner dies in any way, kill -9 included. The server gets TERM, and KILL when the grace is over. It runs in a process group of
# its own: Ctrl-C in the terminal reaches the owner, which decides in which order things stop.
set -m
trap : INT HUP TERM
grace=$1
pid_file=$2
shift 2
exec 3<&0

"$@" </dev/null 3<&- &
server=$!
# From here on bash would only report how its jobs ended.
exec 2>/dev/null
echo "$server" >"$pid_file"

(
  trap '' INT HUP TERM
  read -r _ <&3
  kill -TERM "$server"
  for ((tenth = 0; tenth < grace * 10; tenth++)); do
    kill -0 "$server" || exit 0
    sleep 0.1
  done
  kill -KILL "$server"
) &
watcher=$!
exec 3<&-

while :; do
  wait "$server"
  code=$?
  kill -0 "$server" || break
done
rm -f "$pid_file"
kill -KILL "$watcher"
exit "$code"

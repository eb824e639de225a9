#!/usr/bin/env bash
# Makes the topics of a topics file that are not there yet: create-topics.sh BOOTSTRAP_SERVERS TOPICS_FILE
#
# Needs kafka-topics.sh on the PATH, or in the place where the apache/kafka image has it. REPLICATION_FACTOR is 1 by default.
set -euo pipefail

PATH=$PATH:/opt/kafka/bin
servers=$1
file=$2

while read -r name partitions settings; do
  [[ -n $name && $name != \#* ]] || continue
  configs=()
  for setting in $settings; do
    configs+=(--config "$setting")
  done
  kafka-topics.sh --bootstrap-server "$servers" --create --if-not-exists --topic "$name" \
    --partitions "$partitions" --replication-factor "${REPLICATION_FACTOR:-1}" \
    ${configs[@]+"${configs[@]}"} </dev/null
done <"$file"

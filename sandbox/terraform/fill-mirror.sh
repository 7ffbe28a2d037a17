#!/usr/bin/env bash
# Puts the providers of the end-to-end tests into ~/.cache/entra-eks/mirror, unpacked, where the sandbox looks for them. Terraform
# only links to what is there; from the registry it would fetch and unpack a gigabyte for each world that a test makes.
#   fill-mirror.sh [VERSIONS_OF_AWS]     needs Terraform and its registry; once a machine
set -euo pipefail
aws=${1:->= 6.0, < 7} out=$HOME/.cache/entra-eks/mirror
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
fill() { # NAMESPACE/NAME=VERSIONS…
  local folder provider
  folder=$(mktemp -d -p "$work")
  {
    printf 'terraform {\n  required_providers {\n'
    for provider in "$@"; do
      printf '    %s = { source = "%s", version = "%s" }\n' "$(basename "${provider%%=*}")" "${provider%%=*}" "${provider#*=}"
    done
    printf '  }\n}\n'
  } >"$folder/main.tf"
  terraform -chdir="$folder" init -input=false -no-color
  cp -RLn "$folder/.terraform/providers/." "$out/"
}
# The oldest versions that the ranges take, and the newest that were tried: __tests__/e2e/pinned-versions.ts.
fill hashicorp/azuread=3.7.0 hashicorp/kubernetes=2.38.0
fill hashicorp/azuread=3.9.0 hashicorp/kubernetes=3.2.1 microsoft/msgraph=0.3.0 hashicorp/time=0.14.0 "hashicorp/aws=$aws" hashicorp/tfe=0.79.0

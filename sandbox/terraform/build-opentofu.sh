#!/usr/bin/env bash
# Builds OpenTofu from its public Go module into ~/.cache/entra-eks, where the end-to-end tests look for it.
#   build-opentofu.sh [VERSION]     needs Go 1.26 or newer; minutes, once a machine
set -euo pipefail
version=${1:-1.12.6}
out=${XDG_CACHE_HOME:-$HOME/.cache}/entra-eks
if [ -x "$out/tofu" ] || command -v tofu >/dev/null; then exit 0; fi
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
mkdir -p "$out"
export CGO_ENABLED=0 GOFLAGS=-buildvcs=false GOBIN=$work
cd "$work"
module=github.com/opentofu/opentofu
# The module replaces HCL, and only a main module's replacements count.
go mod download "$module@v$version"
replacements=$(go mod edit -json "$(go env GOMODCACHE)/cache/download/$module/@v/v$version.mod" |
  node -e 'for (const { Old, New } of JSON.parse(require("node:fs").readFileSync(0, "utf8")).Replace ?? []) console.log(`replace ${Old.Path} ${Old.Version ?? ""} => ${New.Path} ${New.Version}`)')
printf 'module tofu\n\ngo 1.26\n\nrequire %s v%s\n\n%s\n\ntool %s/cmd/tofu\n' "$module" "$version" "$replacements" "$module" >go.mod
go mod tidy >/dev/null 2>&1
go build -trimpath -ldflags "-s -w -X $module/version.dev=no" -o "$out/tofu.new" "$module/cmd/tofu"
mv "$out/tofu.new" "$out/tofu"
echo "built $out/tofu"

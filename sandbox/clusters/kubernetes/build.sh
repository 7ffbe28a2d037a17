#!/usr/bin/env bash
# Builds kube-apiserver and etcd from their public Go modules into ~/.cache/entra-eks, where the sandbox looks for them.
#   build.sh [KUBERNETES_VERSION] [ETCD_VERSION]     needs Go 1.24 or newer; minutes, once a machine
set -euo pipefail
kubernetes=${1:-1.34.4} etcd=${2:-3.6.6}
out=${XDG_CACHE_HOME:-$HOME/.cache}/entra-eks
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
mkdir -p "$out"
export CGO_ENABLED=0 GOFLAGS=-buildvcs=false

build() { # name, Go code of its main function; go.mod stands in the folder already
  local name=$1
  (cd "$work/$name" && cat >main.go && go mod tidy >/dev/null 2>&1 && go build -trimpath -ldflags "${2:-} -s -w" -o "$out/$name.new" .)
  mv "$out/$name.new" "$out/$name"
  echo "built $out/$name"
}

if [ ! -x "$out/etcd" ] && ! command -v etcd >/dev/null; then
  mkdir "$work/etcd"
  printf 'module etcd\n\ngo 1.24.0\n\nrequire go.etcd.io/etcd/server/v3 v%s\n' "$etcd" >"$work/etcd/go.mod"
  build etcd <<'GO'
package main

import (
	"os"

	"go.etcd.io/etcd/server/v3/etcdmain"
)

func main() { etcdmain.Main(os.Args) }
GO
fi

if [ ! -x "$out/kube-apiserver" ] && ! command -v kube-apiserver >/dev/null; then
  mkdir "$work/kube-apiserver"
  {
    printf 'module kube-apiserver\n\ngo 1.24.0\n\nrequire k8s.io/kubernetes v%s\n\nreplace (\n' "$kubernetes"
    # k8s.io/kubernetes requires its staging modules as v0.0.0, replaced by folders that the published module lacks.
    for module in api apiextensions-apiserver apimachinery apiserver cli-runtime client-go cloud-provider cluster-bootstrap \
      code-generator component-base component-helpers controller-manager cri-api cri-client csi-translation-lib \
      dynamic-resource-allocation endpointslice externaljwt kms kube-aggregator kube-controller-manager kube-proxy \
      kube-scheduler kubectl kubelet metrics mount-utils pod-security-admission sample-apiserver sample-cli-plugin \
      sample-controller; do
      printf '\tk8s.io/%s => k8s.io/%s v0.%s\n' "$module" "$module" "${kubernetes#*.}"
    done
    echo ')'
  } >"$work/kube-apiserver/go.mod"
  version=k8s.io/component-base/version
  build kube-apiserver "-X $version.gitVersion=v$kubernetes -X $version.gitMajor=${kubernetes%%.*} -X $version.gitMinor=$(cut -d. -f2 <<<"$kubernetes")" <<'GO'
package main

import (
	"os"

	"k8s.io/component-base/cli"
	"k8s.io/kubernetes/cmd/kube-apiserver/app"
)

func main() { os.Exit(cli.Run(app.NewAPIServerCommand())) }
GO
fi

/** Checks a pull request and shows what it gives and takes, in the summary of its run. It needs no secret and no cloud. */
export const pullRequestWorkflow = `name: access
on: { pull_request: {} }
permissions: { contents: read }
defaults: { run: { shell: bash } }
jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      # This is the merge of the pull request, and its first parent is what it is merged into.
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with: { persist-credentials: false, fetch-depth: 2 }
      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with: { node-version: "24" }
      - run: npm ci
      - run: npx --no-install entra-eks check
      - name: what the pull request gives and takes
        run: |
          if git cat-file -e HEAD^1:access.yaml; then
            npx --no-install entra-eks report --against HEAD^1 --format markdown >> "$GITHUB_STEP_SUMMARY"
          fi
`;

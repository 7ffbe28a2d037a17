import { listed, paragraph, text, type Block, type Page } from "./block";
import { contacts } from "./contacts";
import { firstLogin } from "./first-login";
import { installation, programs } from "./installation";
import { kubeconfigPart } from "./kubeconfig-part";
import { refusals } from "./refusals";
import { rights } from "./rights";
import type { Welcome } from "./welcome";

/** The page to send to the person. Nothing in it is secret. */
export function pageFor(welcome: Welcome): Page {
  return {
    title: `Kubernetes for ${welcome.person}`,
    blocks: [...opening(welcome), ...parts.flatMap((part) => part(welcome))],
  };
}

const parts: readonly ((welcome: Welcome) => Block[])[] = [
  rights,
  installation,
  kubeconfigPart,
  firstLogin,
  refusals,
  contacts,
];

function opening({ access, held, person }: Welcome): Block[] {
  const clusters = held.map(({ cluster }) => ({ code: cluster }));
  const which = clusters.length === 1 ? text`the cluster ${listed(clusters)}` : text`the clusters ${listed(clusters)}`;
  return [
    paragraph(
      text`You can use ${which} with your account ${{ code: person }}. You need ${programs({ access, held })} and one file, and you sign in once in your browser.`,
    ),
  ];
}

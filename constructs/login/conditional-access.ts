import { ConditionalAccessPolicy } from "@cdktf/provider-azuread/lib/conditional-access-policy";
import { Construct } from "constructs";
import type { ConditionalAccessSettings } from "../../config/schema/access";
import { literal } from "../terraform/literal";
import { allowedLocations } from "./named-locations";

const states = {
  "report-only": "enabledForReportingButNotEnforced",
  enabled: "enabled",
  disabled: "disabled",
} as const;

export interface ConditionalAccessProps {
  /** Display name of the application, which the names of policies begin with. */
  readonly name: string;
  readonly settings: ConditionalAccessSettings;
  /** Expression, as `${…}`. */
  readonly clientId: string;
  /** Object ID of the group that no policy applies to, or an expression for it. */
  readonly breakGlassObjectId: string;
}

/**
 * Policies for everybody who asks for a token of the application, but the break-glass group: one that demands, and one
 * that blocks wherever sign-in is not allowed, since Entra takes `block` beside nothing else.
 *
 * learn.microsoft.com/graph/api/resources/conditionalaccesspolicy
 */
export class ConditionalAccess extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: ConditionalAccessProps,
  ) {
    super(scope, id);
    this.demand();
    this.block();
  }

  private demand(): void {
    const { mfa, compliantDevice, signInFrequency } = this.props.settings;
    const controls = [...(mfa ? ["mfa"] : []), ...(compliantDevice ? ["compliantDevice"] : [])];
    if (controls.length === 0 && signInFrequency === undefined) return;
    const policy = new ConditionalAccessPolicy(this, "sign-in", {
      ...this.common("sign-in"),
      ...(controls.length === 0 ? {} : { grantControls: { operator: "AND", builtInControls: controls } }),
      ...(signInFrequency === undefined ? {} : { sessionControls: frequency(signInFrequency) }),
    });
    policy.overrideLogicalId("sign_in");
  }

  private block(): void {
    const { name, settings } = this.props;
    if (settings.allowedLocations === undefined) return;
    const excludedLocations = allowedLocations(this, name, settings.allowedLocations);
    const common = this.common("allowed locations");
    const policy = new ConditionalAccessPolicy(this, "allowed-locations", {
      ...common,
      conditions: { ...common.conditions, locations: { includedLocations: ["All"], excludedLocations } },
      grantControls: { operator: "OR", builtInControls: ["block"] },
    });
    policy.overrideLogicalId("allowed_locations");
  }

  private common(purpose: string) {
    const { name, settings, clientId, breakGlassObjectId } = this.props;
    return {
      displayName: literal(`${name}: ${purpose}`),
      state: states[settings.state],
      conditions: {
        clientAppTypes: ["all"],
        applications: { includedApplications: [clientId] },
        users: { includedUsers: ["All"], excludedGroups: [breakGlassObjectId] },
      },
    };
  }
}

/** `12h` or `7d` as Graph wants it. */
function frequency(text: string) {
  return { signInFrequency: parseInt(text, 10), signInFrequencyPeriod: text.endsWith("h") ? "hours" : "days" };
}

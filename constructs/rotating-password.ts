import { ApplicationPasswordA as ApplicationPassword } from "@cdktf/provider-azuread/lib/application-password";
import { Rotating } from "@cdktf/provider-time/lib/rotating";
import { StaticResource } from "@cdktf/provider-time/lib/static-resource";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { literal } from "./literal";

export interface RotatingPasswordProps {
  /** Object ID of the application, as `${…}`. */
  readonly applicationObjectId: string;
  /** Whose password it is, as Entra shows it. */
  readonly displayName: string;
  readonly lifetimeDays: number;
  /** How long the password before still works; at most half of the lifetime. */
  readonly overlapDays: number;
  /**
   * Another text than before makes a new password.
   *
   * @default - only the schedule makes one
   */
  readonly rotate?: string | undefined;
}

/** Two slots that take turns, and one for a password out of turn. */
const slots = ["first", "second", "forced"] as const;
type Slot = (typeof slots)[number];

/**
 * A client secret of the login application that is replaced before it ends, while the one before still works.
 *
 * Every `lifetimeDays - overlapDays` one slot is made anew, and is then the password in use; the other keeps the one
 * before until its own turn. Turns are counted from the first deployment, so a late one does not move the next. Only
 * `time_rotating` decides when: its base time is `plantimestamp()`, and ignored afterwards. A plan knows that text, as it
 * would not know a base time that the provider chooses, so it can tell which slots have a password.
 */
export class RotatingPassword extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: RotatingPasswordProps,
  ) {
    super(scope, id);
    this.startCounting();
    this.keepTime("first", "(floor(local.turn / 2) + 1) * 2");
    this.keepTime("second", "floor((local.turn + 1) / 2) * 2 + 1");
    this.keepForcedTime();
    // A slot without a turn so far would hold a password that nobody uses.
    this.password("first", `local.turn_of == "first" || ${taken}`, rotation("second"));
    this.password("second", `local.turn_of == "second" || ${taken}`, rotation("first"));
    this.password(
      "forced",
      `${later(base("forced"), base("first"))} || ${later(base("forced"), base("second"))}`,
      next,
    );
    this.choose();
  }

  /** An attribute of the password in use, as an expression without `${}`; `value` is the secret. */
  current(attribute: "value" | "key_id"): string {
    return `one(${this.ofSlots(attribute)}[local.slot])`;
  }

  /** When each other password ends that still works: a list, as an expression without `${}`. */
  get otherEnds(): string {
    const ends = `flatten([for slot, ends in ${this.ofSlots("end_date")} : ends if slot != local.slot])`;
    return `[for end in ${ends} : end if timecmp(end, plantimestamp()) > 0]`;
  }

  private ofSlots(attribute: string): string {
    return `{ ${slots.map((slot) => `${slot} = azuread_application_password.${slot}[*].${attribute}`).join(", ")} }`;
  }

  private startCounting(): void {
    const { lifetimeDays, overlapDays } = this.props;
    this.stampOf("start", { lifetime_days: String(lifetimeDays), overlap_days: String(overlapDays) });
    const passed = "provider::time::rfc3339_parse(plantimestamp()).unix - time_static.start.unix";
    this.local("turn", `floor((${passed}) / ${String((lifetimeDays - overlapDays) * 86_400)})`);
  }

  /** @param turns when the slot is made anew: so many turns after the start */
  private keepTime(slot: Slot, turns: string): void {
    const hours = (this.props.lifetimeDays - this.props.overlapDays) * 24;
    new Rotating(this, `${slot}-time`, {
      rfc3339: "${plantimestamp()}",
      rotationRfc3339: `\${timeadd(time_static.start.rfc3339, "\${(${turns}) * ${String(hours)}}h")}`,
      lifecycle: { ignoreChanges: ["rfc3339"] },
    }).overrideLogicalId(slot);
  }

  private keepForcedTime(): void {
    const { rotate = "", lifetimeDays, overlapDays } = this.props;
    const settings = { lifetime_days: String(lifetimeDays), overlap_days: String(overlapDays) };
    this.stampOf("forced", { rotate, ...settings });
  }

  private stampOf(name: string, triggers: Readonly<Record<string, string>>): void {
    new StaticResource(this, `${name}-time`, {
      rfc3339: "${plantimestamp()}",
      triggers,
      lifecycle: { ignoreChanges: ["rfc3339"] },
    }).overrideLogicalId(name);
  }

  /** @param successor when the next password is made, after which this one still works for the overlap */
  private password(slot: Slot, exists: string, successor: string): void {
    const { applicationObjectId, displayName, overlapDays } = this.props;
    const resource = new ApplicationPassword(this, slot, {
      applicationId: `/applications/${applicationObjectId}`,
      displayName: literal(`${displayName} (${slot})`),
      endDate: `\${timeadd(${successor}, "${String(overlapDays * 24)}h")}`,
      rotateWhenChanged: { since: `\${${base(slot)}}` },
      // The successor's time moves on when it is made.
      lifecycle: { ignoreChanges: ["end_date"] },
    });
    resource.addOverride("count", `\${${exists} ? 1 : 0}`);
    resource.overrideLogicalId(slot);
  }

  private choose(): void {
    this.local("turn_of", `${later(rotation("first"), rotation("second"))} ? "first" : "second"`);
    const scheduled = `{ first = ${base("first")}, second = ${base("second")} }[local.turn_of]`;
    this.local("slot", `${later(base("forced"), scheduled)} ? "forced" : local.turn_of`);
  }

  private local(name: string, expression: string): void {
    new TerraformLocal(this, `local-${name}`, `\${${expression}}`).overrideLogicalId(name);
  }
}

const timeOf = (slot: Slot) => (slot === "forced" ? "time_static.forced" : `time_rotating.${slot}`);
const base = (slot: Slot) => `${timeOf(slot)}.rfc3339`;
const rotation = (slot: Slot) => `${timeOf(slot)}.rotation_rfc3339`;
const later = (a: string, b: string) => `timecmp(${a}, ${b}) > 0`;

/** Slots that were made together have had one turn between them. */
const taken = `timecmp(${base("first")}, ${base("second")}) != 0`;
const next = `${later(rotation("first"), rotation("second"))} ? ${rotation("second")} : ${rotation("first")}`;

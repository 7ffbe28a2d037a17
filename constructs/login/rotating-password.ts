import { ApplicationPasswordA as ApplicationPassword } from "@cdktf/provider-azuread/lib/application-password";
import { Rotating } from "@cdktf/provider-time/lib/rotating";
import { StaticResource } from "@cdktf/provider-time/lib/static-resource";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { expression, joined, reference, type Expression } from "../terraform/expression";
import { literal } from "../terraform/literal";
import { quoted, template } from "../terraform/template";

export interface RotatingPasswordProps {
  /** Object ID of the application. */
  readonly applicationObjectId: Expression;
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
    this.keepTime("first", expression`(floor(local.turn / 2) + 1) * 2`);
    this.keepTime("second", expression`floor((local.turn + 1) / 2) * 2 + 1`);
    this.keepForcedTime();
    // A slot without a turn so far would hold a password that nobody uses.
    this.password("first", expression`local.turn_of == "first" || ${taken}`, rotation("second"));
    this.password("second", expression`local.turn_of == "second" || ${taken}`, rotation("first"));
    this.password(
      "forced",
      expression`${later(base("forced"), base("first"))} || ${later(base("forced"), base("second"))}`,
      next,
    );
    this.choose();
  }

  /** An attribute of the password in use; `value` is the secret. */
  current(attribute: "value" | "key_id"): Expression {
    return expression`one(${this.ofSlots(attribute)}[local.slot])`;
  }

  /** When each other password ends that still works: a list. */
  get otherEnds(): Expression {
    const ends = expression`flatten([for slot, ends in ${this.ofSlots("end_date")} : ends if slot != local.slot])`;
    return expression`[for end in ${ends} : end if timecmp(end, plantimestamp()) > 0]`;
  }

  private ofSlots(attribute: string): Expression {
    const ofSlot = (slot: Slot) => {
      const passwords = expression`${reference("azuread_application_password", slot)}[*]`;
      return expression`${reference(slot)} = ${reference(passwords, attribute)}`;
    };
    return expression`{ ${joined(slots.map(ofSlot))} }`;
  }

  private startCounting(): void {
    const { lifetimeDays, overlapDays } = this.props;
    this.stampOf("start", { lifetime_days: String(lifetimeDays), overlap_days: String(overlapDays) });
    const passed = expression`provider::time::rfc3339_parse(plantimestamp()).unix - time_static.start.unix`;
    this.local("turn", expression`floor((${passed}) / ${(lifetimeDays - overlapDays) * 86_400})`);
  }

  /** @param turns when the slot is made anew: so many turns after the start */
  private keepTime(slot: Slot, turns: Expression): void {
    const hours = (this.props.lifetimeDays - this.props.overlapDays) * 24;
    const passed = quoted`${expression`(${turns}) * ${hours}`}h`;
    new Rotating(this, `${slot}-time`, {
      rfc3339: expression`plantimestamp()`.template,
      rotationRfc3339: expression`timeadd(time_static.start.rfc3339, ${passed})`.template,
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
      rfc3339: expression`plantimestamp()`.template,
      triggers,
      lifecycle: { ignoreChanges: ["rfc3339"] },
    }).overrideLogicalId(name);
  }

  /** @param successor when the next password is made, after which this one still works for the overlap */
  private password(slot: Slot, exists: Expression, successor: Expression): void {
    const { applicationObjectId, displayName, overlapDays } = this.props;
    const resource = new ApplicationPassword(this, slot, {
      applicationId: template`/applications/${applicationObjectId}`,
      displayName: literal(`${displayName} (${slot})`),
      endDate: expression`timeadd(${successor}, ${`${String(overlapDays * 24)}h`})`.template,
      rotateWhenChanged: { since: base(slot).template },
      // The successor's time moves on when it is made.
      lifecycle: { ignoreChanges: ["end_date"] },
    });
    resource.addOverride("count", expression`${exists} ? 1 : 0`.template);
    resource.overrideLogicalId(slot);
  }

  private choose(): void {
    this.local("turn_of", expression`${later(rotation("first"), rotation("second"))} ? "first" : "second"`);
    const scheduled = expression`{ first = ${base("first")}, second = ${base("second")} }[local.turn_of]`;
    this.local("slot", expression`${later(base("forced"), scheduled)} ? "forced" : local.turn_of`);
  }

  private local(name: string, value: Expression): void {
    new TerraformLocal(this, `local-${name}`, value.template).overrideLogicalId(name);
  }
}

const timeOf = (slot: Slot) => reference(slot === "forced" ? "time_static" : "time_rotating", slot);
const base = (slot: Slot) => reference(timeOf(slot), "rfc3339");
const rotation = (slot: Slot) => reference(timeOf(slot), "rotation_rfc3339");
const later = (a: Expression, b: Expression) => expression`timecmp(${a}, ${b}) > 0`;

/** Slots that were made together have had one turn between them. */
const taken = expression`timecmp(${base("first")}, ${base("second")}) != 0`;
const next = expression`${later(rotation("first"), rotation("second"))} ? ${rotation("second")} : ${rotation("first")}`;

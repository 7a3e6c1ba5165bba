// The walk of `pipeline fix`: one finding after the other, each answer written before the next question. What was
// written is judged anew, so that a finding that went with another is not asked about.

import { ExitStatus } from '../base/exit-status.ts';
import { Failure } from '../base/failure.ts';
import { asItIs, inTurn, said } from '../base/said.ts';
import type { Opened } from '../book/open.ts';
import type { Mend } from '../entry/mending.ts';
import { withDays } from '../page/field-value.ts';
import { elsewhereSaid, fixPage, type Walked, walkedPage } from '../page/fix.ts';
import { fixCommand } from '../page/fix-command.ts';
import { lookOf } from '../page/look.ts';
import { wordsOf } from '../render/locale.ts';
import { safeForTerminal } from '../render/safe.ts';
import type { FieldDifference } from '../report/deal-differences.ts';
import { type FixFinding, type FixScope, type FixView, fixView } from '../report/fix.ts';
import { languageFor } from '../words/language.ts';
import { enteringOn } from './change-deals.ts';
import { toldOf } from './clean-told.ts';
import { MendAsker } from './fix-ask.ts';
import { writeEdit } from './fix-edit.ts';
import { mirrorOf } from './fix-mirror.ts';
import { brokenOff } from './prompts.ts';
import { screen } from './screen.ts';
import type { Call } from './verb.ts';

/** What is said to the person, who is then asked again. */
const SAID_AGAIN = ['usage', 'bad-date', 'bad-amount', 'not-allowed', 'changed-meanwhile', 'locked'];

/** @throws Failure `interrupted` where the person breaks off: what they answered is written */
export async function walkThrough(call: Call): Promise<ExitStatus> {
  const scope = { owners: call.list('owner'), rules: call.list('rule') };
  const walk = await Walk.begin(call, scope);
  const again = fixCommand(scope);
  if (walk.view.findings.length === 0) {
    await call.show({ view: walk.view, page: () => fixPage(walk.view, lookOf(walk.book), again) });
  } else {
    for (const one of walk.view.elsewhere) call.note(asItIs(safeForTerminal(call.say(elsewhereSaid(one)))));
    await walk.toTheEnd(again);
    const { view } = walk;
    await call.show({ view, page: () => walkedPage(view, walk.came, lookOf(walk.book), again) });
  }
  return walk.view.unreadable.length > 0 ? ExitStatus.rejected : ExitStatus.done;
}

type Choice = Mend | 'skip' | 'skip-rule' | 'stop';

class Walk {
  readonly #call: Call;
  readonly #scope: FixScope;
  #opened: Opened;
  #view: FixView;
  readonly #skipped = new Set<string>();
  #mended = 0;
  #lines = 0;
  #sent = 0;
  #file = '';

  private constructor(call: Call, scope: FixScope, opened: Opened) {
    this.#call = call;
    this.#scope = scope;
    this.#opened = opened;
    this.#view = fixView(opened.book, scope, mirrorOf(opened.book));
  }

  static async begin(call: Call, scope: FixScope): Promise<Walk> {
    return new Walk(call, scope, await call.open());
  }

  get view(): FixView {
    return this.#view;
  }

  get book(): Opened['book'] {
    return this.#opened.book;
  }

  get came(): Walked {
    const of = this.#mended + this.#sent + this.#view.findings.length;
    const todo = this.#lines === 0 ? undefined : { lines: this.#lines, file: this.#file };
    return { mended: this.#mended, skipped: this.#skippedNow(), of, todo };
  }

  async toTheEnd(again: string): Promise<void> {
    try {
      for (;;) {
        const finding = this.#next();
        if (finding === undefined) return;
        const choice = await this.#choose(finding);
        if (choice === 'stop') return;
        if (choice === 'skip') this.#skipped.add(keyOf(finding, this.#view.findings));
        else if (choice === 'skip-rule') this.#skipRule(finding);
        else await this.#mend(finding, choice);
      }
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'interrupted') throw error;
      const { mended, of } = this.came;
      throw new Failure(
        'interrupted',
        said('Broken off: {mended} of {of} mended, and written.', { mended, of }),
        {
          hint: said('The rest is asked again: {again}', { again }),
        },
      );
    }
  }

  #next(): FixFinding | undefined {
    const { findings } = this.#view;
    return findings.find((finding) => !this.#skipped.has(keyOf(finding, findings)));
  }

  #skippedNow(): number {
    const { findings } = this.#view;
    return findings.filter((finding) => this.#skipped.has(keyOf(finding, findings))).length;
  }

  #skipRule({ rule }: FixFinding): void {
    const { findings } = this.#view;
    for (const one of findings) if (one.rule === rule) this.#skipped.add(keyOf(one, findings));
  }

  async #choose(finding: FixFinding): Promise<Choice> {
    const { isCancel, select } = await import('@clack/prompts');
    const { call, book } = { call: this.#call, book: this.#opened.book };
    const words = wordsOf(await languageFor(book.settings.locale));
    const { of, mended } = this.came;
    const at = this.#mended + this.#sent + this.#skippedNow() + 1;
    const isMended = finding.choices.some(({ choice }) => choice !== 'waive' && choice !== 'lost');
    const hint = isMended || finding.hint === '' ? [] : [`→ ${call.say(finding.hint)}`];
    const message = [
      call.say(said('{at} of {of} · {mended} mended', { at, of, mended })),
      toldOf(finding, lookOf(book), words),
      `${call.say(finding.severity)} · ${finding.rule} · ${call.say(finding.message)}`,
      ...hint,
    ]
      .map(safeForTerminal)
      .join('\n');
    const crm = book.settings.sourceOfRecord;
    const options: { value: Choice; label: string; hint?: string }[] = [
      ...finding.choices.map(({ choice, label, in_crm }) => ({
        value: choice,
        label: call.say(label),
        ...(in_crm ? { hint: call.say(said("asked of {crm}'s users", { crm: safeForTerminal(crm) })) } : {}),
      })),
      { value: 'skip', label: call.say('Skip') },
      { value: 'skip-rule', label: call.say(said('Skip all of {rule}', { rule: finding.rule })) },
      { value: 'stop', label: call.say('Stop here') },
    ];
    const answer = await select<Choice>({ message, options, maxItems: 10, output: screen(call.io) });
    if (isCancel(answer)) throw brokenOff();
    return answer;
  }

  /** Goes back to the finding where the person does, or where what they said can't be. */
  async #mend(finding: FixFinding, mend: Mend): Promise<void> {
    const { call, book } = { call: this.#call, book: this.#opened.book };
    const deal = book.deals.get(finding.id);
    if (deal === undefined) return this.#lookAgain(finding.id, 'lost sight of');
    const entering = await enteringOn(book.today, book.settings);
    try {
      const changes = await new MendAsker(call, finding, deal, entering).changes(mend);
      if (changes.length === 0) return;
      const edited = await writeEdit(call, book, { deal, changes, day: book.today });
      await this.#say(edited.written, '');
      await this.#say(edited.asked, `${edited.todo}: `);
      this.#lines += edited.asked.length;
      if (edited.asked.length > 0) this.#file = edited.todo;
      await this.#lookAgain(finding.id, edited.asked.length > 0 ? 'sent' : 'mended');
    } catch (error) {
      if (!(error instanceof Failure) || !SAID_AGAIN.includes(error.code)) throw error;
      const isOld = error.code === 'changed-meanwhile' || error.code === 'usage';
      const told = isOld && error.code !== 'usage' ? said('Here is what it says now.') : error.said.hint;
      const { message } = error.said;
      call.note(asItIs(safeForTerminal(call.say(told === undefined ? message : inTurn(message, told)))));
      if (isOld) await this.#lookAgain(finding.id, 'lost sight of');
    }
  }

  async #say(differences: readonly FieldDifference[], where: string): Promise<void> {
    const words = wordsOf(await languageFor(this.#opened.book.settings.locale));
    for (const { field, ...of } of differences) {
      const shown = (value: string) => words.cell(withDays(field, value), 0);
      const [old, now] = [shown(of.old), shown(of.new)];
      const isOut = old !== '' && now === '';
      const out = this.#call.say(said('{value} is out', { value: old }));
      const change = old === '' ? now : isOut ? out : `${old} → ${now}`;
      this.#call.note(asItIs(safeForTerminal(`  ${where}${field} ${change}`)));
    }
  }

  /** What there is to say of the deal now, in the place of what was. */
  async #lookAgain(id: string, how: 'mended' | 'sent' | 'lost sight of'): Promise<void> {
    const { today } = this.#opened.book;
    const before = this.#view.findings;
    const opened = await this.#call.open({ today: () => today });
    this.#opened.close();
    this.#opened = opened;
    const at = before.findIndex((finding) => finding.id === id);
    const findings = before.filter((finding) => finding.id !== id);
    findings.splice(Math.max(at, 0), 0, ...this.#findingsNow(id));
    const gone = keysOf(before, id).filter((key) => !keysOf(findings, id).includes(key)).length;
    if (how === 'mended') this.#mended += gone;
    if (how === 'sent') this.#sent += gone;
    this.#view = { ...this.#view, findings };
  }

  #findingsNow(id: string): readonly FixFinding[] {
    const { book } = this.#opened;
    if (!book.deals.has(id)) return [];
    try {
      return fixView(book, this.#scope, mirrorOf(book), id).findings;
    } catch (error) {
      // The last deal of an owner who was asked for went to another one.
      if (error instanceof Failure && error.code === 'nothing-to-look-at') return [];
      throw error;
    }
  }
}

/** The rule, the deal, and which of several it is. */
function keyOf(finding: FixFinding, findings: readonly FixFinding[]): string {
  const { rule, id } = finding;
  const same = findings.filter((one) => one.rule === rule && one.id === id);
  return `${rule} ${id} ${same.indexOf(finding)}`;
}

function keysOf(findings: readonly FixFinding[], id: string): string[] {
  return findings.filter((finding) => finding.id === id).map((finding) => keyOf(finding, findings));
}

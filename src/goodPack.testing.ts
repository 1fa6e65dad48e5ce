/** A small council that is sound, for tests of what is refused. What is not written here comes from the first pack there is. */
import { cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const packs = resolve(import.meta.dirname, "../packs");

const snow = `id: clear-the-snow
name: Clear the snow
verb: report
topic: winter
summary: Tell us about snow on a path.
top-task: 1
start:
  about:
    - Tell us where the snow is.
  emergency: Call 999 if somebody is hurt.
  takes: 1 minute
  cost: £5 for each path
form:
  send: Send your report
  pages:
    - id: danger
      questions:
        - id: danger
          kind: yes-no
          ask: Is it dangerous?
          why: To go there first.
          error: Select yes if it is dangerous
    - id: kind
      questions:
        - id: kind
          kind: choice
          ask: What lies there?
          why: To bring the right plough.
          options:
            - { value: snow, label: Snow }
            - { value: ice, label: Ice }
          error: Select what lies there
    - id: paths
      when: kind == "ice"
      questions:
        - id: paths
          kind: number
          ask: How many paths?
          why: To bring enough salt.
          error: Enter how many paths
    - id: where
      questions:
        - id: where
          kind: place
          ask: Where is it?
          why: To find it.
          error: Enter where it is
    - id: contact
      title: How can we reach you?
      questions:
        - id: fullName
          kind: name
          ask: Full name
          why: To know whom to answer.
          error: Enter your full name
        - id: email
          kind: email
          ask: Email address
          why: To answer.
          optional: true
        - id: phone
          kind: phone
          ask: Telephone number
          why: To answer.
          optional: true
      needs:
        - one-of: [email, phone]
          error: Enter an email address or a telephone number
      checks:
        - ask: open-request
          with: { place: where }
          found:
            - { finding: open, title: It is known, say: [Somebody told us.], continue: Go on }
  stops:
    - after: kind
      when: kind == "ice" && danger == "no"
      title: Ice melts
      say: [It will be gone soon.]
  risks:
    - { risk: danger, after: danger, when: danger == "yes" }
register:
  summary: "Snow: {kind}"
  place: where
  name: fullName
  email: email
  phone: phone
tier: 0
owner: winter-crew
routing:
  - when: danger == "yes"
    team: rescue
    because: Somebody may be hurt
public: true
stages:
  - { id: received, name: Received, public: received, to: [planned] }
  - { id: planned, name: Planned, public: planned, by: [officer], to: [done] }
  - { id: done, name: Done, public: acted-on }
  - { id: closed, name: Closed, public: closed }
reopens: { to: planned, within: 28 }
outcomes:
  - { id: cleared, name: Cleared, words: We cleared it., status: fixed }
tasks:
  - { id: look, name: Look, does: Look at it., team: rescue, within: { days: 1 }, on: received, when: danger == "yes" }
automation:
  - id: thank
    on: done
    after: { days: 2 }
    when: danger == "no"
    because: Nobody said it came back
    do:
      - { team: winter-crew, because: It is done }
fee:
  items:
    - { id: path, name: A path, each: paths, when: kind == "ice", prices: [{ valid-from: 2026-04-01, pence: 500 }] }
  paid: after
  how: We send you an invoice.
  refund: You get it back if we do not come.
  ledger: W100
  vat: outside
promise:
  - id: clear
    starts: received
    stops: [done]
    when: danger == "yes"
    within: { working-days: 1, calendar: england }
    words: Within 1 working day
  - id: clear
    starts: received
    stops: [done]
    within: { working-days: 3, calendar: england }
    words: Within 3 working days
next:
  - We send a plough.
privacy:
  purpose: To clear snow
  basis: Public task, UK GDPR article 6(1)(e)
  kept: { years: 1, because: Winters are compared }
open311: { code: SNOW, group: Winter }
`;

const grit = `id: grit-a-path
name: Grit a path
verb: request
topic: winter
summary: Ask for salt.
start: { about: [Ask for salt.], takes: 1 minute }
form:
  send: Send
  pages:
    - id: where
      questions:
        - { id: where, kind: place, ask: Where?, why: To find it., error: Enter where }
register: { summary: Salt, place: where }
tier: 0
owner: winter-crew
public: true
stages:
  - { id: received, name: Received, public: received }
  - { id: closed, name: Closed, public: closed }
reopens: { to: received, within: 28 }
outcomes:
  - { id: gritted, name: Gritted, words: We put salt there., status: fixed }
promise:
  - { id: grit, starts: received, within: { hours: 24 }, words: Within a day }
next: [We bring salt.]
privacy: { purpose: To grit, basis: Public task, kept: { years: 1, because: Winters are compared } }
`;

const snowRegister = `- id: paths
  name: Paths
  says: Who looks after which path.
  team: winter-crew
  purpose: clearing
  basis: Public task
  fresh: 30
  key: path
  fields:
    - { id: path, name: Path number, kind: text }
    - { id: surname, name: Surname, kind: surname }
    - { id: born, name: Date of birth, kind: born, shown: verify }
    - { id: pension, name: Has a pension, kind: yes-no, law: dwp }
    - { id: roll, name: On the full register of electors, kind: yes-no, law: electoral }
    - { id: secret, name: Secret, kind: text, shown: never }
- id: known
  name: Known
  says: That somebody is known.
  team: rescue
  purpose: clearing
  basis: Public task
  fresh: 30
  key: person
  flag: true
  fields:
    - { id: person, name: Person number, kind: text, shown: never }
`;

const snowPurposes = `- id: clearing
  name: Clear the snow
  says: Somebody cannot get out.
  basis: Public task
  roles: [officer]
  team: winter-crew
  sources:
    paths: [path, surname]
    known: flag
  verify: [born]
  work: [winter]
- id: heating
  name: Help with heating
  says: Somebody is cold.
  basis: Public task
  roles: [officer]
  team: rescue
  gateways:
    dwp: [local-welfare]
    electoral: [registration]
  sources:
    paths:
      officer: all
  work: [grit-a-path]
`;

const files: Readonly<Record<string, string>> = {
	"services/clear-the-snow.yaml": snow,
	"services/grit-a-path.yaml": grit,
	"topics.yaml": "- id: winter\n  name: Winter\n  summary: Snow and ice\n",
	"teams.yaml":
		"- id: winter-crew\n  name: Winter crew\n  tier: 2\n- id: rescue\n  name: Rescue\n  email: rescue@town.example\n  tier: 3\n",
	"roles.yaml":
		"officer:\n  name: Officer\n  may: [requests.read, requests.work, customers.read]\ncrew:\n  name: Crew\n  may: [requests.read]\n",
	"sources.yaml": snowRegister,
	"purposes.yaml": snowPurposes,
	"needs.yaml":
		"- code: COM-LARGE\n  says: Write large\n  group: telling\n  review: 365\n- code: SAF-TWO\n  says: Go with two\n  group: safety\n  safety: true\n  review: 90\n",
	"synonyms.yaml": "words: []\nservices:\n  clear-the-snow: [snowed in]\n",
	"search.yaml": "clear-the-snow:\n  - snow\n",
	"risks.yaml":
		"- id: danger\n  name: Danger\n  title: Is somebody in danger?\n  say: [Call 999.]\n  continue: Nobody is\n  offer: grit-a-path\n  tell: { team: rescue, does: Go there. }\n",
	"life-events.yaml":
		"- id: first-snow\n  name: The first snow\n  summary: Paths and people.\n  about: [It snows.]\n  pages:\n    - id: you\n      questions:\n        - { id: caller, kind: name, ask: Your name, why: To answer you., error: Enter your name }\n  services:\n    - service: clear-the-snow\n      because: Paths are not safe.\n      fills: { fullName: caller, kind: { is: ice } }\n",
};

/** Writes the good pack into an empty folder. */
export function writeGoodPack(folder: string): void {
	const [council] = readdirSync(packs);
	cpSync(join(packs, council ?? ""), folder, { recursive: true });
	rmSync(join(folder, "services"), { recursive: true });
	rmSync(join(folder, "demo.yaml"), { force: true });
	const content = readdirSync(join(folder, "content")).map((name) => join(folder, "content", name));
	for (const articles of content.filter((one) => statSync(one).isDirectory())) rmSync(articles, { recursive: true });
	for (const [file, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
}

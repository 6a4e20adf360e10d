export type Result<T, E> = { status: "ok"; data: T } | { status: "error"; error: E };
/** Window only: what the desk remembers between starts; never case data. */
export type Preferences = { theme: "system" | "light" | "dark"; singleKeys: boolean; judgeFirst: boolean };
/** What to choose in a dialog of the system. */
export type Choice = "openWorkspace" | "newWorkspace" | "evidence" | "pdf" | "folder";

import { invoke } from "@tauri-apps/api/core";
async function call<T>(name: string, args?: Record<string, unknown>): Promise<Result<T, Problem>> {
	try { return { status: "ok", data: await invoke<T>(name, args) }; }
	catch (error) { if (error instanceof Error) throw error; return { status: "error", error: error as Problem }; }
}
export const commands = {
	session: () => call<Session>("session"),
	openWorkspace: (path: string, passphrase: string) => call<OpenWorkspace>("open_workspace", { path, passphrase }),
	/** Opens with the recovery key and sets a new passphrase. */
	openWithRecovery: (path: string, recoveryKey: string, newPassphrase: string) => call<OpenWorkspace>("open_with_recovery", { path, recoveryKey, newPassphrase }),
	createWorkspace: (request: NewWorkspaceRequest) => call<NewWorkspaceReply>("create_workspace", { request }),
	/** Makes the example partnership (once) and opens it. */
	openExample: () => call<OpenWorkspace>("open_example"),
	lock: () => call<Session>("lock"),
	desk: () => call<Desk>("desk"),
	dossier: (number: string) => call<DossierReply>("dossier", { number }),
	addIndication: (number: string, indication: NewIndication) => call<DossierReply>("add_indication", { number, indication }),
	removeIndication: (number: string, datapoint: string, index: number) => call<DossierReply>("remove_indication", { number, datapoint, index }),
	addDatapoint: (number: string, datapoint: NewDataPoint) => call<DossierReply>("add_datapoint", { number, datapoint }),
	removeDatapoint: (number: string, datapoint: string) => call<DossierReply>("remove_datapoint", { number, datapoint }),
	setEstablished: (number: string, datapoint: string, established: boolean) => call<DossierReply>("set_established", { number, datapoint, established }),
	saveStatement: (number: string, statement: StatementView) => call<DossierReply>("save_statement", { number, statement }),
	whatIf: (number: string, whatIf: WhatIf) => call<WeighingView>("what_if", { number, whatIf }),
	saveDraft: (number: string, draft: DraftView) => call<JudgementView>("save_draft", { number, draft }),
	establish: (number: string) => call<DossierReply>("establish", { number }),
	/** A correction of the established judgement, with the reason. */
	startRevision: (number: string, reason: string) => call<DossierReply>("start_revision", { number, reason }),
	/** A retake: the next attempt. */
	startAttempt: (number: string) => call<DossierReply>("start_attempt", { number }),
	forms: () => call<FormRow[]>("forms"),
	formPdf: (number: string, attempt: number) => call<FormPdf>("form_pdf", { number, attempt }),
	/** Signs and writes; folder null: the folder `formulieren` beside the workspace. */
	sign: (numbers: string[], folder: string | null) => call<SignReply>("sign", { numbers, folder }),
	verifyFile: (path: string) => call<VerifyReport>("verify_file", { path }),
	previewImport: (paths: string[]) => call<ImportReport>("preview_import", { paths }),
	importFiles: (paths: string[]) => call<ImportReport>("import_files", { paths }),
	undo: () => call<OpenWorkspace>("undo"),
	redo: () => call<OpenWorkspace>("redo"),
	/** Newest first; of one student, or null for all. */
	journal: (subject: string | null) => call<JournalReply>("journal", { subject }),
	/** A dialog of the system; empty when cancelled. */
	choose: (what: Choice) => call<string[]>("choose", { what }),
	/** Shows a written file in the file manager. */
	reveal: (path: string) => call<null>("reveal", { path }),
	preferences: () => call<Preferences>("preferences"),
	savePreferences: (preferences: Preferences) => call<null>("save_preferences", { preferences }),
	/** Tells the program that a screen has been painted (for the log of timings). */
	painted: (screen: string) => call<null>("painted", { screen }),
};
/**  The name of an act. */
export type ActName = {
	/**  Stable code, e.g. `indication.add`. */
	code: string,
	/**  What it was about: a student number or key; may be empty. */
	subject: string,
};

/**  The student's answer. */
export type AnswerCode = 
/**  Yes. */
"ja" | 
/**  No. */
"nee" | 
/**  In doubt. */
"twijfel";

/**  Answer to a discrepancy. */
export type AnswerView = {
	/**  Criterion. */
	criterion: string,
	/**  One source. */
	a: string,
	/**  The other. */
	b: string,
	/**  Answer. */
	answer: string,
};

/**  What kind of cell. */
export type CellKind = 
/**  Weighed. */
"weighed" | 
/**  Beside: has something to say, is not weighed (e.g. *zelfbeeld* on kan). */
"beside" | 
/**  Expected, and missing. */
"missing" | 
/**  Absent by design. */
"unused" | 
/**  Nothing expected and nothing there. */
"empty";

/**  One cell of the matrix. */
export type CellView = {
	/**  Key of the source. */
	source: string,
	/**  What kind of cell it is. */
	kind: CellKind,
	/**  Data points that count. */
	count: number,
	/**  One mark per data point. */
	marks: MarkView[],
	/**  Whether the criterion would lie on the other side of the norm without this source. */
	decisive: boolean,
	/**  Weight at which the picture tips, rounded for drawing, with whether the band allows it. */
	flip: FlipView | null,
};

/**  A citation. */
export type CitationView = {
	/**  Key of the data point. */
	datapoint: string,
	/**  Passage. */
	excerpt: SpanView,
};

/**  How many. */
export type Counts = {
	/**  New. */
	added: number,
	/**  Changed. */
	updated: number,
	/**  As they were. */
	unchanged: number,
};

/**  How much a data point counts. */
export type CountsCode = 
/**  In full. */
"full" | 
/**  In part, by its moment. */
"half" | 
/**  Not: not established, or at a moment that does not weigh. */
"none";

/**  One criterion. */
export type CriterionInfo = {
	/**  Key. */
	id: string,
	/**  `kan`, `wil` or `onderbouwing`. */
	domain: string,
	/**  Full name. */
	label: string,
	/**  Norm. */
	norm: string,
	/**  Keys of the sources that may weigh on it. */
	sources: string[],
};

/**  One row of the matrix. */
export type CriterionWeighing = {
	/**  Key. */
	id: string,
	/**  Stance. */
	stance: StanceCode,
	/**  Where the marker stands; null when hidden or undefined. */
	position: number | null,
	/**  Range over every permitted weighting. */
	range: RangeView | null,
	/**  Where it could end if the missing came in. */
	ifMissing: RangeView | null,
	/**  Data points that count. */
	datapoints: number,
	/**  How many are asked at the least. */
	minDatapoints: number,
	/**  Per source, in order. */
	cells: CellView[],
	/**  Discrepancies, the minority first: keys of sources. */
	discrepancies: DiscrepancyView[],
	/**  *Zelfbeeld* beside the others: `higher`, `lower`, `close`; null when undefined. */
	selfImage: string | null,
	/**  Own position of the student, for the hollow mark. */
	selfPosition: number | null,
};

/**  Words on one criterion. */
export type CriterionWords = {
	/**  Key. */
	criterion: string,
	/**  Words. */
	rationale: string,
	/**  Citations. */
	citations: CitationView[],
};

/**  One data point. */
export type DataPointView = {
	/**  Key. */
	id: string,
	/**  Key of the source. */
	source: string,
	/**  Author; empty when unknown. */
	author: string,
	/**  Role in words. */
	role: string,
	/**  ISO date. */
	date: string,
	/**  Period 1 to 4. */
	period: number,
	/**  Quadrant key, or empty. */
	quadrant: string,
	/**  Moment key. */
	moment: string,
	/**  Whether it is established. */
	established: boolean,
	/**  How much it counts: `full`, `half` (a factor between 0 and 1) or `none`. */
	counts: CountsCode,
	/**  Text. Shown as text nodes, never as markup. */
	text: string,
	/**  Indications, by place in the text. */
	indications: IndicationView[],
	/**  Name of the original file, if any. */
	file: string | null,
	/**  Sheet and row it came from, if any. */
	origin: string | null,
	/**  Who confirmed or brought it in; may be empty. */
	confirmedBy: string,
};

/**  The table with its heading. */
export type Desk = {
	/**  One row per student and attempt in force, ordered by school and name. */
	rows: DeskRow[],
	/**  Today, ISO date. */
	today: string,
	/**  The weeks of period 4: ISO date of each Monday. */
	weeks: string[],
};

/**  One dossier in the table. */
export type DeskRow = {
	/**  *Studentnummer*. */
	number: string,
	/**  Name. */
	name: string,
	/**  *Vak*. */
	subject: string,
	/**  School. */
	school: string,
	/**  Per source, in the framework's order. */
	sources: SourceChip[],
	/**  The statement that counts. */
	statement: KanWil | null,
	/**  Stance per criterion, in order: `above`, `below`, `depends`, `incomplete`. */
	stances: StanceCode[],
	/**  Per letter of VRAAK. */
	vraak: VraakMark[],
	/**  Number of discrepancies without an answer. */
	openDiscrepancies: number,
	/**  State of the dossier. */
	state: DossierState,
	/**  What comes next. */
	next: NextStep,
	/**  ISO date it is due. */
	deadline: string,
	/**  Whether that date has passed while it is not established. */
	overdue: boolean,
	/**  Outcome of the judgement in force. */
	outcome: string | null,
};

/**  A reason to deviate. */
export type DeviationView = {
	/**  Code of the obstacle, with `:place` or without. */
	code: string,
	/**  Reason. */
	reason: string,
};

/**  Two sources that disagree. */
export type DiscrepancyView = {
	/**  The source in the minority. */
	minority: string,
	/**  The other. */
	other: string,
};

/**  One dossier, whole. */
export type DossierReply = {
	/**  The student. */
	student: StudentView,
	/**  Number of the dossier before in the table, if any. */
	previous: string | null,
	/**  Number of the dossier after. */
	next: string | null,
	/**  Place in the table, from 1, and how many there are. */
	place: [number, number],
	/**  Data points, by date. */
	datapoints: DataPointView[],
	/**  Statements, latest first. */
	statements: StatementView[],
	/**  The four periods: ISO date of each first day, and of the last day of the year. */
	periods: string[],
	/**  Today, ISO date. */
	today: string,
	/**  The weighing. */
	weighing: WeighingView,
	/**  The judgement of the attempt in force. */
	judgement: JudgementView,
};

/**  State of a dossier. */
export type DossierState = 
/**  *Bewijs ontbreekt*: a source that is expected has nothing. */
"evidenceMissing" | 
/**  *In weging*. */
"weighing" | 
/**  *Onderbouwd*: nothing stands in the way of establishing. */
"substantiated" | 
/**  *Te ondertekenen*: established, not signed. */
"toSign" | 
/**  *Ondertekend*. */
"signed";

/**  The words of a draft. */
export type DraftView = {
	/**  Outcome chosen. */
	outcome: string | null,
	/**  Onderbouwing of the whole. */
	rationale: string,
	/**  Per criterion. */
	criteria: CriterionWords[],
	/**  Answers to discrepancies. */
	answers: AnswerView[],
	/**  Saturation question. */
	saturation: SaturationView | null,
	/**  Feedforward. */
	feedforward: string,
	/**  Reasons to deviate. */
	deviations: DeviationView[],
};

/**  A judgement of before. */
export type EarlierJudgement = {
	/**  *Gelegenheid*. */
	attempt: number,
	/**  Outcome. */
	outcome: string,
	/**  ISO date. */
	on: string,
	/**  Whether a revision replaced it. */
	replaced: boolean,
};

/**  What became of a file. */
export type FileOutcome = 
/**  In. */
"imported" | 
/**  Already there. */
"unchanged" | 
/**  Nothing was taken over. */
"refused";

/**  One file. */
export type FileReport = {
	/**  Name as given. */
	file: string,
	/**  What it was taken for. */
	kind: string,
	/**  What became of it. */
	outcome: FileOutcome,
	/**  Students. */
	students: Counts,
	/**  Data points. */
	datapoints: Counts,
	/**  Indications that came with the data points added or updated. */
	indications: number,
	/**  Rows that wait for a person. */
	pending: PendingRow[],
	/**  Everything found. */
	findings: FindingLine[],
};

/**  Something found in a file. */
export type FindingLine = {
	/**  Code. */
	code: string,
	/**  `error` or `warning`. */
	severity: string,
	/**  Sheet, if any. */
	sheet: string | null,
	/**  Row, from 1. */
	row: number | null,
	/**  Column, by its heading. */
	column: string | null,
	/**  The sentence, in the language asked for. */
	message: string,
};

/**  A flip point. */
export type FlipView = {
	/**  Per cents. */
	weight: number | null,
	/**  Whether the band allows it. */
	withinBand: boolean,
};

/**  A form as bytes: the real PDF. */
export type FormPdf = {
	/**  Base64 of the file. */
	base64: string,
	/**  Pages. */
	pages: number,
	/**  Default file name. */
	fileName: string,
	/**  Whether it is signed. */
	signed: boolean,
};

/**  One established judgement with its form. */
export type FormRow = {
	/**  *Studentnummer*. */
	number: string,
	/**  Name. */
	name: string,
	/**  *Gelegenheid*. */
	attempt: number,
	/**  Outcome. */
	outcome: string,
	/**  ISO date of establishing. */
	establishedOn: string,
	/**  Hash of the judgement. */
	hash: string,
	/**  Whether a revision replaced it. */
	replaced: boolean,
	/**  State of the form. */
	form: FormState,
};

/**  State of the form of an established judgement. */
export type FormState = 
/**  Can be signed. */
{ state: "unsigned" } | 
/**  Signed. */
{ state: "signed"; 
/**  By whom. */
by: string; 
/**  ISO date and time, UTC. */
at: string; 
/**  Where the file was written; empty when only kept inside. */
path: string };

/**  Framework and weights, for drawing. */
export type FrameworkView = {
	/**  Name. */
	name: string,
	/**  Version. */
	version: string,
	/**  Names of the levels, lowest first. */
	levels: string[],
	/**  Norm line as a part of the scale's width, 0 to 1, in thousandths. */
	normPermille: number,
	/**  Sources, in order. */
	sources: SourceView[],
	/**  Criteria, in order. */
	criteria: CriterionInfo[],
	/**  Outcomes a judgement may have. */
	outcomes: string[],
	/**  Why the partnership chose these weights. */
	weightsReason: string,
	/**  Since when the weights are frozen, ISO date. */
	frozen: string | null,
};

/**  Report on an import. */
export type ImportReport = {
	/**  Per file. */
	files: FileReport[],
};

/**  A passage with what it indicates. Offsets in Unicode scalar values. */
export type IndicationView = {
	/**  Place in the data point's list: how to name it when removing. */
	index: number,
	/**  Key of the criterion. */
	criterion: string,
	/**  Level; null is *niet waargenomen*. */
	level: number | null,
	/**  Passage, or null for the whole data point. */
	excerpt: SpanView | null,
};

/**  One act. */
export type JournalLine = {
	/**  Place, from 1. */
	seq: number,
	/**  ISO date and time, UTC. */
	at: string,
	/**  Who. */
	actor: string,
	/**  Code of the act. */
	act: string,
	/**  On what. */
	subject: string,
	/**  Why; may be empty. */
	reason: string,
	/**  Hash of the entry. */
	hash: string,
};

/**  The journal, latest first, and whether its chain holds. */
export type JournalReply = {
	/**  Entries. */
	entries: JournalLine[],
	/**  Whether the chain was recomputed and holds; null when not asked. */
	intact: boolean | null,
};

/**  State of a judgement. */
export type JudgementState = 
/**  *Concept*. */
{ state: "draft"; 
/**  Whether it corrects an established judgement. */
revision: boolean } | 
/**  *Vastgesteld*. */
{ state: "established"; 
/**  By whom. */
by: string; 
/**  ISO date. */
on: string; 
/**  SHA-256, hexadecimal. */
hash: string };

/**  What an embedded judgement says. */
export type JudgementSummary = {
	/**  *Studentnummer*. */
	student: string,
	/**  *Gelegenheid*. */
	attempt: number,
	/**  Outcome. */
	outcome: string,
	/**  ISO date. */
	established_on: string,
	/**  Hash. */
	hash: string,
	/**  Whether the open workspace knows a revision that replaced it; null without a workspace or when unknown to it. */
	replaced: boolean | null,
};

/**  The judgement of one attempt. */
export type JudgementView = {
	/**  *Gelegenheid*, from 1. */
	attempt: number,
	/**  Draft or established. */
	state: JudgementState,
	/**  The words. */
	words: DraftView,
	/**  What still stands in the way; empty once established. */
	obstacles: ObstacleView[],
	/**  The form, once established. */
	form: FormState | null,
	/**  Judgements of this student that are not in force any more. */
	earlier: EarlierJudgement[],
};

/**  The statement in short. */
export type KanWil = {
	/**  `ja`, `nee`, `twijfel`. */
	kan: AnswerCode,
	/**  Idem. */
	wil: AnswerCode,
};

/**  What a letter lacks. */
export type LackView = 
/**  Nothing counts. */
{ lack: "nothingCounts" } | 
/**  Too few sources. */
{ lack: "sources"; 
/**  There are. */
has: number; 
/**  Asked. */
asked: number } | 
/**  Too few authors. */
{ lack: "authors"; 
/**  There are. */
has: number; 
/**  Asked. */
asked: number } | 
/**  Too few quadrants. */
{ lack: "quadrants"; 
/**  There are. */
has: number; 
/**  Asked. */
asked: number } | 
/**  Data points without an indication. */
{ lack: "unmarked"; 
/**  How many. */
count: number; 
/**  Of how many. */
of: number } | 
/**  Nothing is said on a criterion. */
{ lack: "untouched"; 
/**  Key. */
criterion: string } | 
/**  Without a named author or provenance. */
{ lack: "unvouched"; 
/**  How many. */
count: number; 
/**  Of how many. */
of: number } | 
/**  Outside the academic year. */
{ lack: "outsideYear"; 
/**  How many. */
count: number } | 
/**  Nothing from period 3 or 4. */
{ lack: "nothingLate" } | 
/**  Too few on a criterion. */
{ lack: "tooFew"; 
/**  Key. */
criterion: string; 
/**  There are. */
has: number; 
/**  Asked. */
asked: number };

/**  The five letters. */
export type LetterCode = 
/**  Variety. */
"variatie" | 
/**  Relevance. */
"relevantie" | 
/**  Authenticity. */
"authenticiteit" | 
/**  Timeliness. */
"actualiteit" | 
/**  Quantity. */
"kwantiteit";

/**  One data point in a cell. */
export type MarkView = {
	/**  Key of the data point. */
	datapoint: string,
	/**  Its mean level on the criterion. */
	position: number | null,
	/**  How much it counts. */
	counts: CountsCode,
};

/**  How far a letter is met. */
export type MetCode = 
/**  Entirely. */
"met" | 
/**  In part. */
"attention" | 
/**  Not. */
"not_met";

/**  A data point typed or pasted in. */
export type NewDataPoint = {
	/**  Key of the source. */
	source: string,
	/**  Author; may be empty. */
	author: string,
	/**  Role. */
	role: string,
	/**  ISO date. */
	date: string,
	/**  Quadrant key, or empty. */
	quadrant: string,
	/**  Moment key. */
	moment: string,
	/**  Whether it is established. */
	established: boolean,
	/**  Text. */
	text: string,
};

/**  A passage to mark. */
export type NewIndication = {
	/**  Key of the data point. */
	datapoint: string,
	/**  Key of the criterion. */
	criterion: string,
	/**  Level; null is *niet waargenomen*. */
	level: number | null,
	/**  Passage, or null for the whole data point. */
	excerpt: SpanView | null,
};

/**  A workspace just made. */
export type NewWorkspaceReply = {
	/**  The open workspace. */
	workspace: OpenWorkspace,
	/**  The recovery key: shown this once. */
	recoveryKey: string,
};

/**  A workspace to be made. */
export type NewWorkspaceRequest = {
	/**  Where the file goes. */
	path: string,
	/**  *Partnerschap*. */
	partnership: string,
	/**  *Studiejaar*, `2024-2025`. */
	year: string,
	/**  Name of the examiner, who gets a mandate for the year; may be empty. */
	examiner: string,
	/**  Passphrase. */
	passphrase: string,
};

/**  The next step, with what it is about. */
export type NextStep = 
/**  Ask for evidence of a source. */
{ step: "requestEvidence"; 
/**  Key of the source. */
source: string } | 
/**  Ask the student for the statement. */
{ step: "requestStatement" } | 
/**  Answer a discrepancy. */
{ step: "answerDiscrepancy"; 
/**  Key of the criterion. */
criterion: string } | 
/**  Mark passages: nothing is said on a criterion yet. */
{ step: "markPassages"; 
/**  Key of the criterion. */
criterion: string } | 
/**  Write the judgement. */
{ step: "substantiate" } | 
/**  Establish. */
{ step: "establish" } | 
/**  Sign. */
{ step: "sign" } | 
/**  Nothing. */
{ step: "done" };

/**  Codes of obstacles, as the domain names them. */
export type ObstacleCode = 
/**  No statement. */
"statement_missing" | 
/**  No outcome. */
"outcome_missing" | 
/**  Unknown outcome. */
"outcome_unknown" | 
/**  No rationale. */
"rationale_missing" | 
/**  No rationale on a criterion. */
"criterion_rationale_missing" | 
/**  No citation on a criterion. */
"citation_missing" | 
/**  A citation points at nothing. */
"citation_broken" | 
/**  Unknown criterion. */
"criterion_unknown" | 
/**  Discrepancy unanswered. */
"discrepancy_unanswered" | 
/**  VRAAK letter not met. */
"vraak_not_met" | 
/**  Saturation question open. */
"saturation_missing" | 
/**  Not enough. */
"not_saturated" | 
/**  Picture and outcome differ. */
"picture_differs" | 
/**  No mandate. */
"mandate_missing";

/**  What stands in the way. */
export type ObstacleView = {
	/**  Code. */
	code: ObstacleCode,
	/**  A criterion key, `K1:werkplek:drama`, a letter of VRAAK, or empty. */
	place: string,
	/**  Whether a written reason lets it pass. */
	canBePassed: boolean,
};

/**  The workspace at the desk. */
export type OpenWorkspace = {
	/**  Where it is. */
	path: string,
	/**  *Partnerschap*. */
	partnership: string,
	/**  *Studiejaar*, `2024-2025`. */
	year: string,
	/**  Who is at the desk: name of the examiner; empty when none is set. */
	examiner: string,
	/**  The framework: what every room needs to draw. */
	framework: FrameworkView,
	/**  Act that would be undone next, as a code with its subject. */
	undo: ActName | null,
	/**  Act that would be redone next. */
	redo: ActName | null,
};

/**  A row that waits. */
export type PendingRow = {
	/**  Row, from 1. */
	row: number,
	/**  Code of the reason. */
	reason: string,
	/**  Student numbers it may be about. */
	candidates: string[],
};

/**  A refusal or failure. */
export type Problem = {
	/**  What. */
	code: ProblemCode,
	/**  Whose doing. */
	kind: ProblemKind,
	/**  Where: a file name, student number, source or row; never a name of a person. */
	place: string,
	/**  A value the sentence needs, e.g. the sum of the weights; may be empty. */
	value: string,
};

/**  Every code. */
export type ProblemCode = 
/**  The passphrase is wrong. */
"wrong_passphrase" | 
/**  Too many wrong tries; `value` is the seconds to wait. */
"too_many_tries" | 
/**  The recovery key is wrong or mistyped. */
"wrong_recovery_key" | 
/**  A passphrase that is too weak to protect anything. */
"passphrase_too_weak" | 
/**  No such file. */
"file_not_found" | 
/**  Not a workspace. */
"not_a_workspace" | 
/**  The workspace is damaged. */
"workspace_damaged" | 
/**  Made by a newer version. */
"workspace_too_new" | 
/**  Its key file is missing. */
"key_file_missing" | 
/**  Open in another window. */
"workspace_in_use" | 
/**  A file of that name exists already. */
"already_exists" | 
/**  The folder does not exist. */
"folder_not_found" | 
/**  No right to write there. */
"read_only" | 
/**  The disk is full. */
"disk_full" | 
/**  A network or cloud folder. */
"unsuitable_folder" | 
/**  Reading or writing failed. */
"input_output" | 
/**  No workspace is open. */
"not_open" | 
/**  No such student. */
"unknown_student" | 
/**  No such data point. */
"unknown_data_point" | 
/**  No such criterion. */
"unknown_criterion" | 
/**  No such source. */
"unknown_source" | 
/**  No such level. */
"unknown_level" | 
/**  No such outcome. */
"unknown_outcome" | 
/**  No such indication. */
"unknown_indication" | 
/**  The year is not written as 2024-2025. */
"invalid_year" | 
/**  The date is no date. */
"invalid_date" | 
/**  The date lies outside the academic year. */
"date_outside_year" | 
/**  The number is no student number. */
"invalid_number" | 
/**  A text that is needed is blank; `place` says which. */
"text_missing" | 
/**  The weights do not add up to 100; `value` is their sum. */
"weights_sum" | 
/**  A weight outside its band. */
"weight_outside_band" | 
/**  The weights are frozen. */
"weights_frozen" | 
/**  The framework is faulty. */
"framework_faulty" | 
/**  The workspace has another framework and holds evidence already. */
"framework_differs" | 
/**  The passage reaches outside the text. */
"excerpt_outside" | 
/**  The judgement is established and cannot change. */
"judgement_established" | 
/**  No judgement of that attempt. */
"no_judgement" | 
/**  Obstacles stand in the way; `value` lists their codes with places. */
"obstacles_remain" | 
/**  The judgement is not established. */
"not_established" | 
/**  No examiner or mandate. */
"no_mandate" | 
/**  An attempt out of order. */
"attempt_out_of_order" | 
/**  The form cannot be set. */
"form_failed" | 
/**  The signature cannot be made. */
"signature_failed" | 
/**  Not a PDF. */
"not_a_pdf" | 
/**  The file is too large. */
"file_too_large" | 
/**  The file could not be read as what it should be; `value` says where. */
"file_unreadable" | 
/**  The JSON does not fit; `value` says where. */
"json_invalid" | 
/**  Nothing to undo. */
"nothing_to_undo" | 
/**  The act cannot be undone. */
"cannot_undo" | 
/**  A fault of ours. */
"internal";

/**  Whose doing it is. */
export type ProblemKind = 
/**  The user can mend it. */
"user" | 
/**  Disk, folder, other programs. */
"environment" | 
/**  A fault of ours. */
"internal";

/**  Two positions. */
export type RangeView = {
	/**  Least. */
	min: number | null,
	/**  Greatest. */
	max: number | null,
};

/**  A workspace opened before. */
export type RecentWorkspace = {
	/**  Where it is. */
	path: string,
	/**  File name without its extension. */
	name: string,
	/**  Whether the file is there now. */
	present: boolean,
};

/**  The saturation question. */
export type SaturationView = {
	/**  Enough. */
	enough: boolean,
	/**  Why. */
	why: string,
};

/**  What the window shows first. */
export type Session = 
/**  Nothing is open. */
{ state: "closed"; 
/**  Workspaces opened before, latest first. */
recent: RecentWorkspace[]; 
/**  The workspace that was asked for or locked last: its path. */
suggested: string | null } | 
/**  A workspace is open. */
{
	state: "open",
} & OpenWorkspace;

/**  A form that could not be signed or written. */
export type SignFailure = {
	/**  *Studentnummer*. */
	number: string,
	/**  Why. */
	problem: Problem,
};

/**  What signing came to. */
export type SignReply = {
	/**  Files written. */
	written: SignedForm[],
	/**  Which failed, and why. */
	failed: SignFailure[],
};

/**  One signature. */
export type SignatureReport = {
	/**  Name in the certificate. */
	signer: string,
	/**  When, ISO date and time with zone. */
	time: string,
	/**  `B-B` or `B-T`. */
	level: string,
	/**  The bytes it covers are as signed. */
	intact: boolean,
	/**  The signature and certificate hold. */
	valid: boolean,
	/**  The signer is trusted here. */
	trusted: boolean,
	/**  It covers the whole document. */
	covers_whole_document: boolean,
	/**  `none`, `signature` or `suspicious`. */
	later_changes: string,
	/**  SHA-256 of the certificate, hexadecimal. */
	fingerprint: string,
};

/**  A file written. */
export type SignedForm = {
	/**  *Studentnummer*. */
	number: string,
	/**  *Gelegenheid*. */
	attempt: number,
	/**  Path. */
	path: string,
};

/**  One source in a row. */
export type SourceChip = {
	/**  Counted data points. */
	count: number,
	/**  Absent by design. */
	unused: boolean,
};

/**  One source. */
export type SourceView = {
	/**  Key. */
	id: string,
	/**  Dutch name. */
	label: string,
	/**  Agreed weight, per cent. */
	weight: number,
	/**  Least weight allowed. */
	min: number,
	/**  Greatest weight allowed. */
	max: number,
	/**  Absent by design. */
	unused: boolean,
};

/**  Part of a text, offsets in Unicode scalar values, end not included. */
export type SpanView = {
	/**  First. */
	start: number,
	/**  One past the last. */
	end: number,
};

/**  Stance of a criterion. */
export type StanceCode = 
/**  *Nog onvolledig*. */
"incomplete" | 
/**  *Eenduidig op of boven de norm*. */
"above" | 
/**  *Eenduidig onder de norm*. */
"below" | 
/**  *Hangt af van de weging*. */
"depends";

/**  Standing on another learning outcome. */
export type StandingView = {
	/**  `positief-leerklimaat`, `onderwijsactiviteit`, `lerende`. */
	luk: string,
	/**  Status in words; empty when unknown. */
	status: string,
	/**  ISO date, if known. */
	date: string | null,
};

/**  One version of the statement. */
export type StatementView = {
	/**  ISO date. */
	date: string,
	/**  Kan. */
	kan: AnswerCode,
	/**  Wil. */
	wil: AnswerCode,
	/**  Argument. */
	text: string,
};

/**  The student's heading. */
export type StudentView = {
	/**  *Studentnummer*. */
	number: string,
	/**  Name. */
	name: string,
	/**  *Opleiding*. */
	programme: string,
	/**  *Vak*. */
	subject: string,
	/**  School. */
	school: string,
	/**  *Vak stageplaats*. */
	placementSubject: string,
	/**  *Werkplekbegeleider*. */
	mentor: string,
	/**  *Schoolopleider*. */
	schoolEducator: string,
	/**  Portfolio address; may be empty. */
	portfolio: string,
	/**  Standing on the other three learning outcomes, always three. */
	standings: StandingView[],
};

/**  Verdict on a file. */
export type Verdict = 
/**  Genuine, unchanged, signer trusted. */
"valid" | 
/**  Genuine and unchanged; the signer is not known here. */
"valid_untrusted" | 
/**  Changed or broken. */
"invalid" | 
/**  No signature, or a file that cannot be judged here. */
"unsigned";

/**  Report on one file. */
export type VerifyReport = {
	/**  Name as given. */
	file: string,
	/**  Verdict. */
	verdict: Verdict,
	/**  Per signature, in order. */
	signatures: SignatureReport[],
	/**  Whether the embedded judgement is what the form says; null when that cannot be told. */
	judgement_matches: boolean | null,
	/**  Codes of everything found. */
	reasons: string[],
	/**  What the judgement says, when it could be read: outcome, student number, dates. */
	judgement?: JudgementSummary | null,
};

/**  A letter of VRAAK. */
export type VraakMark = {
	/**  Which letter. */
	letter: LetterCode,
	/**  How far it is met. */
	met: MetCode,
};

/**  A letter of VRAAK with its reasons. */
export type VraakView = {
	/**  Letter. */
	letter: LetterCode,
	/**  How far. */
	met: MetCode,
	/**  Why not entirely. */
	lacks: LackView[],
};

/**  The weighing as drawn. Positions run from 0 to the highest level. */
export type WeighingView = {
	/**  Sources with the weights used: the agreed ones, or those of *wat als*. */
	sources: SourceView[],
	/**  Per criterion, in order. */
	criteria: CriterionWeighing[],
	/**  VRAAK. */
	vraak: VraakView[],
};

/**  Weights to look at, never stored. */
export type WhatIf = {
	/**  Per cents by source, in the framework's order; they add up to 100 and stay inside the bands. */
	weights: number[],
};


/** The tables as types, written by scripts/schema.ts from the migrations. Do not edit. */
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** Read as it was written; written as JSON text. */
export type Json = ColumnType<unknown, string, string>
export type JsonOrNull = ColumnType<unknown, string | null | undefined, string | null>
export type MadeJson = ColumnType<unknown, string | undefined, string>

export interface AccountTable {
  id: string
  email: string
  email_key: string
  password_hash: string | null
  display_name: Generated<string>
  lang: Generated<string>
  entity: string | null
  email_verified_at: number | null
  last_seen_at: number
  created_at: number
  state: string
  prior: string | null
  rv: number
  entered_rv: number
  entered_at: number
  contact_sealed: Buffer | null
}
export interface ApiTokenTable {
  hash: string
  id: string
  account: string
  program: string | null
  name: string
  scopes: string[]
  created_at: number
  expires_at: number
  used_at: number | null
  ended_at: number | null
}
export interface AppealTable {
  id: string
  decision: string
  account: string | null
  grounds: Json
  answer: JsonOrNull
  filed_at: number
}
export interface AuditTable {
  seq: number
  at: number
  actor: string | null
  role: string
  on_behalf: string | null
  type: string
  subject: string | null
  subject_id: string | null
  before_rv: number | null
  after_rv: number | null
  payload: string
  prev: string
  hash: string
}
export interface AuditHeadTable {
  seq: number
  hash: string
  at: number
  exported_at: number
  signature: string
}
export interface BlobTable {
  sha256: string
  size: number
  mime: string
  created_at: number
}
export interface BlockedTable {
  id: string
  kind: string
  value: string
  hard: boolean
  reason: string
  added_by: string
  added_at: number
  ended_at: number | null
}
export interface CategoryTable {
  id: string
  platform: string
  parent: string | null
  name_zh: string
  name_en: string
  sensitive: Generated<boolean>
  source: string
  needs: MadeJson
  status: Generated<string>
  personal: Generated<string>
}
export interface CategoryRequirementTable {
  category: string
  document_kind: string
}
export interface CertificationTable {
  id: string
  entity: string
  papers: MadeJson
  opinion: JsonOrNull
  until: number | null
  created_at: number
  state: string
  prior: string | null
  rv: number
  entered_rv: number
  entered_at: number
  reason: JsonOrNull
}
export interface CertificationAdviserTable {
  certification: string
  account: string
  asked_by: string
  at: number
}
export interface CheckRunTable {
  id: string
  version: string
  check_id: string
  check_version: string
  rulebook: string
  settings: MadeJson
  seed: string | null
  required: Generated<boolean>
  attempt: Generated<number>
  state: string
  error: string | null
  result_sha256: string | null
  queued_at: number
  started_at: number | null
  ended_at: number | null
  done: number | null
  of: number | null
  note: JsonOrNull
  told_at: number | null
}
export interface ContactTable {
  id: string
  program: string
  kind: string
  sealed: Buffer
  seal: string | null
  verified_at: number | null
  ended_at: number | null
  created_at: number
}
export interface DecidedTable {
  decision: string
  at: number
  action: string
  automated: boolean
  actor: string | null
  waited: number | null
  held: number | null
  reversed: boolean
}
export interface DecidedClauseTable {
  decision: string
  clause: string
  at: number
  reversed: boolean
}
export interface DecisionTable {
  id: string
  reference: string
  subject: string
  version: string | null
  program: string | null
  account: string | null
  action: string
  automated: string
  actor: string | null
  actor_role: string
  sha256: string | null
  subject_rv: number
  content: Json
  content_sha256: string
  rulebook: string
  heavy: boolean
  heavy_reasons: MadeJson
  in_review: boolean
  inverse: string | null
  override_of: string | null
  created_at: number
}
export interface DecisionClauseTable {
  decision: string
  n: number
  clause: string
  edition: string
}
export interface DecisionFigureTable {
  decision: string
  at: number
  action: string
  automated: boolean
  actor: string
  waited: number
  held: number
  reversed: boolean
}
export interface DecisionStatusTable {
  id: string
  second_actor: string | null
  carried_out_at: number | null
  undone_at: number | null
  created_at: number
  state: string
  prior: string | null
  rv: number
  entered_rv: number
  entered_at: number
}
export interface DeclarationTable {
  version: string
  kind: string
  content: Json
  at: number
}
export interface DocumentTable {
  id: string
  entity: string
  program: string | null
  kind: string
  serves: string | null
  sha256: string
  file_name: string
  number_sealed: Buffer | null
  valid_from: number | null
  valid_until: number | null
  uploaded_by: string
  created_at: number
  state: string
  prior: string | null
  rv: number
  entered_rv: number
  entered_at: number
  reason: JsonOrNull
}
export interface EntityTable {
  id: string
  kind: string
  legal_name: string
  number_sealed: Buffer | null
  number_key: string | null
  seal: string | null
  country: Generated<string>
  minor: Generated<boolean>
  guardian_sealed: Buffer | null
  guardian_consent_at: number | null
  verified_at: number | null
  verified_by: string | null
  created_at: number
  representative_sealed: Buffer | null
}
export interface EntityMessageTable {
  id: string
  account: string
  by: string
  side: string
  zh: string
  en: string
  at: number
}
export interface EntityRelationTable {
  a: string
  b: string
  why: string
  at: number
}
export interface EventTable {
  id: GeneratedAlways<number>
  subject: string
  subject_id: string
  type: string
  state: string
  rv: number
  at: number
}
export interface EvidenceTable {
  sha256: string
  version: string
  kind: string
  meta: MadeJson
  at: number
}
export interface FileIndexTable {
  version: string
  path: string
  sha256: string
  size: number
}
export interface FindingTable {
  id: string
  check_run: string
  version: string
  rule: string
  verdict: string
  severity: string
  confidence: string
  clauses: Json
  content: Json
  fingerprint: string
}
export interface FindingMarkTable {
  id: string
  finding: string
  account: string
  mark: string
  reason: Generated<string>
  at: number
}
export interface HeldFileTable {
  account: string
  sha256: string
  at: number
  stored: string | null
  size: number | null
  mime: string | null
}
export interface IdempotencyTable {
  account: string
  key: string
  request_sha256: string
  response: JsonOrNull
  at: number
}
export interface LeaseTable {
  id: string
  version: string
  account: string
  since: number
  until: number
  ended_at: number | null
  end_reason: string | null
}
export interface ListingTable {
  id: string
  program: string
  n: number
  content: Json
  created_by: string
  created_at: number
}
export interface MailTable {
  id: string
  outbox: number | null
  account: string | null
  template: string
  lang: string
  to_address: string | null
  subject: string
  body: string
  about: string | null
  about_id: string | null
  created_at: number
  sent_at: number | null
  kept: Generated<boolean>
  error: string | null
}
export interface MailTokenTable {
  hash: string
  account: string
  kind: string
  content: JsonOrNull
  expires_at: number
  used_at: number | null
  created_at: number
}
export interface MembershipTable {
  program: string
  account: string
  role: string
  added_by: string | null
  added_at: number
  ended_at: number | null
}
export interface MessageTable {
  id: string
  version: string
  account: string | null
  side: string
  text: string
  at: number
}
export interface MigrationTable {
  name: string
  sha256: string
  at: number
}
export interface OutboxTable {
  id: GeneratedAlways<number>
  kind: string
  content: Json
  created_at: number
  due_at: number
  taken_until: number | null
  attempts: Generated<number>
  done_at: number | null
  dead_at: number | null
  error: string | null
}
export interface PenaltyTable {
  decision: string
  account: string | null
  program: string | null
  kind: string
  capabilities: Generated<string[]>
  since: number
  until: number | null
  lifted_at: number | null
}
export interface ProgramTable {
  id: string
  appid: string
  platform: string
  name: string
  name_key: string
  owner: string
  entity: string
  curable: Generated<boolean>
  penalty_until: number | null
  daily_users: Generated<number>
  created_at: number
  state: string
  prior: string | null
  rv: number
  entered_rv: number
  entered_at: number
}
export interface ProposalTable {
  id: string
  kind: string
  name: string
  content: Json
  why_zh: string
  why_en: string
  proposed_by: string
  proposed_at: number
  settled_by: string | null
  settled_at: number | null
  agreed: boolean | null
}
export interface PublicVersionTable {
  id: string
  program: string
  sha256: string
  state: string
  percent: number
  channel: string
  listing: string
}
export interface QueueTable {
  id: string
  name_zh: string
  name_en: string
  filter: MadeJson
  rank: Generated<number>
}
export interface QueueItemTable {
  queue: string
  version: string
}
export interface QueueScopeTable {
  account: string
  queue: string
}
export interface RateUseTable {
  key: string
  since: number
  until: number
  count: number
}
export interface RecommendationTable {
  id: string
  version: string
  account: string
  action: string
  content: Json
  at: number
}
export interface ReleaseStepTable {
  id: GeneratedAlways<number>
  version: string
  step: string
  percent: number
  actor: string | null
  at: number
}
export interface ReviewReasonTable {
  id: string
  version: string
  reason: string
  text_zh: string
  text_en: string
  opened_at: number
  closed_at: number | null
}
export interface RoleGrantTable {
  id: string
  account: string
  role: string
  granted_by: string | null
  granted_at: number
  confirmed_by: string | null
  confirmed_at: number | null
  ended_at: number | null
}
export interface RuleProposalTable {
  id: string
  rule: string
  mode: string
  why_zh: string
  why_en: string
  proposed_by: string
  proposed_at: number
  settled_by: string | null
  settled_at: number | null
  agreed: boolean | null
}
export interface SealTable {
  id: string
  owner: string
  wrapped: Buffer | null
  created_at: number
  destroyed_at: number | null
}
export interface SearchedTable {
  source: string
  program: string
  grams: string[]
}
export interface SecondFactorTable {
  account: string
  secret_sealed: Buffer
  confirmed_at: number | null
  last_step: number | null
  recovery_hashes: Generated<string[]>
}
export interface SessionTable {
  hash: string
  id: string
  account: string
  second_factor_at: number | null
  ip_hash: string | null
  agent: string | null
  created_at: number
  seen_at: number
  expires_at: number
  ended_at: number | null
}
export interface SettingTable {
  name: string
  value: Json
  changed_at: number
}
export interface TermsTable {
  version: number
  sha256: string
  text_zh: string
  text_en: string
  in_force_from: number
}
export interface TermsAcceptanceTable {
  account: string
  version: number
  at: number
  ip_hash: string | null
}
export interface TestAccountTable {
  version: string
  sealed: Buffer
  at: number
}
export interface TimerTable {
  id: string
  subject: string
  subject_id: string
  event: string
  generation: number
  fire_at: number
  taken_until: number | null
  attempts: Generated<number>
  fired_at: number | null
  ended_at: number | null
  outcome: string | null
}
export interface UploadTable {
  id: string
  account: string
  program: string
  version: string | null
  sha256: string | null
  bytes: number | null
  ip_hash: string | null
  result: string
  reason: JsonOrNull
  at: number
}
export interface UseTable {
  id: GeneratedAlways<number>
  kind: string
  account: string
  program: string
  version: string
  at: number
}
export interface VersionTable {
  id: string
  program: string
  n: number
  label: string
  channel: Generated<string>
  changelog: Generated<string>
  uploaded_by: string
  sha256: string | null
  size: number | null
  manifest: JsonOrNull
  listing: string | null
  round: Generated<number>
  submitted_at: number | null
  expedited_at: number | null
  due_at: number | null
  postponed_to: number | null
  trial_until: number | null
  fix_by: number | null
  percent: Generated<number>
  stopped: Generated<boolean>
  released_at: number | null
  vetoed: boolean | null
  risk: JsonOrNull
  created_at: number
  state: string
  prior: string | null
  rv: number
  entered_rv: number
  entered_at: number
}
export interface WebhookTable {
  id: string
  program: string
  url: string
  secret_sealed: Buffer
  events: Generated<string[]>
  made_by: string
  created_at: number
  failures: Generated<number>
  ended_at: number | null
  end_reason: string | null
}
export interface WebhookCallTable {
  id: string
  webhook: string
  event: number
  payload: Json
  status: number | null
  error: string | null
  attempts: Generated<number>
  created_at: number
  done_at: number | null
}
export interface WorkerTable {
  id: string
  host: string
  pid: number
  version: string
  slots: number
  busy: Generated<number>
  started_at: number
  seen_at: number
  stopped_at: number | null
  mail: Generated<string>
}

export interface Database {
  account: AccountTable
  api_token: ApiTokenTable
  appeal: AppealTable
  audit: AuditTable
  audit_head: AuditHeadTable
  blob: BlobTable
  blocked: BlockedTable
  category: CategoryTable
  category_requirement: CategoryRequirementTable
  certification: CertificationTable
  certification_adviser: CertificationAdviserTable
  check_run: CheckRunTable
  contact: ContactTable
  decided: DecidedTable
  decided_clause: DecidedClauseTable
  decision: DecisionTable
  decision_clause: DecisionClauseTable
  decision_figure: DecisionFigureTable
  decision_status: DecisionStatusTable
  declaration: DeclarationTable
  document: DocumentTable
  entity: EntityTable
  entity_message: EntityMessageTable
  entity_relation: EntityRelationTable
  event: EventTable
  evidence: EvidenceTable
  file_index: FileIndexTable
  finding: FindingTable
  finding_mark: FindingMarkTable
  held_file: HeldFileTable
  idempotency: IdempotencyTable
  lease: LeaseTable
  listing: ListingTable
  mail: MailTable
  mail_token: MailTokenTable
  membership: MembershipTable
  message: MessageTable
  migration: MigrationTable
  outbox: OutboxTable
  penalty: PenaltyTable
  program: ProgramTable
  proposal: ProposalTable
  public_version: PublicVersionTable
  queue: QueueTable
  queue_item: QueueItemTable
  queue_scope: QueueScopeTable
  rate_use: RateUseTable
  recommendation: RecommendationTable
  release_step: ReleaseStepTable
  review_reason: ReviewReasonTable
  role_grant: RoleGrantTable
  rule_proposal: RuleProposalTable
  seal: SealTable
  searched: SearchedTable
  second_factor: SecondFactorTable
  session: SessionTable
  setting: SettingTable
  terms: TermsTable
  terms_acceptance: TermsAcceptanceTable
  test_account: TestAccountTable
  timer: TimerTable
  upload: UploadTable
  use: UseTable
  version: VersionTable
  webhook: WebhookTable
  webhook_call: WebhookCallTable
  worker: WorkerTable
}

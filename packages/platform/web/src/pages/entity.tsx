/** Who stands behind an account: the entity, its papers, its certification. */

import { useEffect, useState } from 'react'
import type { Document, Entity, EntityForm } from '../../../src/contract/index.ts'
import { Button, Choice, Day, Field, Group, Line, Lines, Note, ProblemBox, Radios, Tag, Tick, wrongAt } from '../parts/controls.tsx'
import { FilePut, ownFile, PAPERS } from '../parts/files.tsx'
import { Answered, At, Card, Empty, Facts, Modal, Page, useToast } from '../parts/shapes.tsx'
import { PAPER_KINDS, State, useKind, usePaperKind } from '../parts/states.tsx'
import { Table } from '../parts/table.tsx'
import { useAct, useAsk, useHere } from '../wire/hooks.ts'
import { useLook, useSay } from '../words/look.tsx'
import { dayText } from '../words/numbers.ts'

type Paper = EntityForm['papers'][number]

export function EntityPage() {
  const say = useSay()
  const kind = useKind()
  const asked = useAsk('GET /api/entity', {})
  return (
    <Page
      title={say('主体核验', 'The entity')}
      under={say(
        '小程序由谁提供，会展示给用户。证件只有主体核验员能看，每次查看都会留下记录。',
        'Who offers a program is shown to its users. Papers are seen by entity checkers only, and every look is logged.',
      )}
    >
      <Answered asked={asked}>
        {(entity) => {
          const open = ['unverified-entity', 'needs-info', 'new'].includes(entity.state)
          return (
            <>
              {entity.question !== null && (
                <Note tone="warning">
                  <strong>
                    {entity.state === 'needs-info'
                      ? say('核验员的问题', 'The checker asks')
                      : say('核验未通过的原因', 'Why it was not accepted')}
                  </strong>
                  <span>{say(entity.question)}</span>
                </Note>
              )}
              {entity.id !== null && (
                <Card title={entity.legalName ?? say('主体', 'Entity')} acts={<State state={entity.state} name={entity.stateName} />}>
                  <Facts
                    rows={[
                      [say('类型', 'Kind'), entity.kind === null ? '—' : kind(entity.kind)],
                      [say('证件号码', 'Number'), <code key="n">{entity.idNumber ?? '—'}</code>],
                      [say('证件文件', 'Papers'), say(`${entity.papers.length} 份`, `${entity.papers.length}`)],
                      entity.minor
                        ? [say('未成年人', 'Not of age'), entity.guardian ? say('监护人已同意', 'a guardian agreed') : '—']
                        : null,
                      entity.verifiedAt === null ? null : [say('核验时间', 'Verified'), <At key="v" at={entity.verifiedAt} />],
                    ]}
                  />
                  {entity.state === 'entity-review' && (
                    <Note tone="primary">
                      {say('核验员正在核验，一般在 3 个工作日内完成。', 'A checker is on it, usually within three working days.')}
                    </Note>
                  )}
                </Card>
              )}
              {open && <EntityEditor entity={entity} />}
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function EntityEditor({ entity }: { readonly entity: Entity }) {
  const { say, lang } = useLook()
  const paperKind = usePaperKind()
  const kindName = useKind()
  const toast = useToast()
  const [kind, setKind] = useState<EntityForm['kind']>(entity.kind ?? 'company')
  const [legalName, setLegalName] = useState(entity.legalName ?? '')
  const [idNumber, setIdNumber] = useState('')
  const [representative, setRepresentative] = useState('')
  const [minor, setMinor] = useState(entity.minor)
  const [guardian, setGuardian] = useState({ name: '', phone: '', relation: '' })
  const [agreed, setAgreed] = useState(false)
  const [papers, setPapers] = useState<readonly Paper[]>([])
  const [chosenKind, setChosenKind] = useState<string>('identity')
  const [reply, setReply] = useState('')
  const submit = useAct('POST /api/entity/submission', {
    stale: ['GET /api/entity', 'GET /api/here'],
    done: () => toast({ zh: '已提交核验', en: 'Handed in' }),
  })
  const save = useAct('PUT /api/entity', {
    stale: ['GET /api/entity'],
    done: (saved) => submit.mutate({ body: { rv: saved.rv, ...(reply === '' ? {} : { reply }) } }),
  })
  const problem = save.error?.problem ?? submit.error?.problem
  const fields = ['legalName', 'idNumber']
  const idReady = idNumber.trim().length >= 5
  return (
    <Card title={entity.id === null ? say('填写主体', 'Enter the entity') : say('更正后重新提交', 'Correct it and hand it in again')}>
      <div className="form">
        <Group label={say('类型', 'Kind')}>
          <Radios
            value={kind}
            set={setKind}
            of={(['person', 'company', 'government', 'other'] as const).map((one) => [one, kindName(one)] as const)}
          />
        </Group>
        <Field
          label={
            kind === 'person'
              ? say('姓名（与身份证件一致）', 'Name, as on the paper')
              : say('名称（与证照一致）', 'Name, as on the licence')
          }
          needed
          error={wrongAt(problem, 'legalName', lang)}
        >
          <Line value={legalName} set={setLegalName} most={120} />
        </Field>
        <Field
          label={
            kind === 'person' ? say('身份证件号码', 'Number of the identity paper') : say('统一社会信用代码或登记号', 'Registration number')
          }
          needed
          error={wrongAt(problem, 'idNumber', lang)}
          hint={
            entity.idNumber === null
              ? say('加密保存', 'Kept encrypted')
              : say(`已登记 ${entity.idNumber}，请重新输入`, `Entered before as ${entity.idNumber}; enter it again`)
          }
        >
          <Line value={idNumber} set={setIdNumber} most={40} />
        </Field>
        {kind === 'person' ? (
          <Tick on={minor} set={setMinor}>
            {say('我未满 18 周岁', 'I am under 18')}
          </Tick>
        ) : (
          <Field label={say('法定代表人', 'Legal representative')}>
            <Line value={representative} set={setRepresentative} most={60} />
          </Field>
        )}
        {kind === 'person' && minor && (
          <>
            <div className="form--pair">
              <Field label={say('监护人姓名', 'Guardian')} needed>
                <Line value={guardian.name} set={(name) => setGuardian({ ...guardian, name })} />
              </Field>
              <Field label={say('监护人电话', 'Telephone')} needed>
                <Line value={guardian.phone} set={(phone) => setGuardian({ ...guardian, phone })} kind="tel" />
              </Field>
              <Field label={say('关系', 'Relation')} needed>
                <Line value={guardian.relation} set={(relation) => setGuardian({ ...guardian, relation })} />
              </Field>
            </div>
            <Tick on={agreed} set={setAgreed}>
              {say('监护人已阅读并同意服务条款', 'My guardian has read and accepts the terms')}
            </Tick>
          </>
        )}
        <Group
          label={say('证件文件', 'Papers')}
          hint={say(
            '至少一份身份证件；PNG、JPEG、WebP 或 PDF，每份不超过 10 MiB',
            'At least one identity paper; PNG, JPEG, WebP or PDF, 10 MiB each at most',
          )}
        >
          <ul className="list">
            {papers.map((paper) => (
              <li key={paper.sha256} className="row row--apart">
                <span>
                  <Tag>{paperKind(paper.kind)}</Tag> {paper.fileName}
                </span>
                <Button small onClick={() => setPapers(papers.filter((one) => one !== paper))}>
                  {say('移除', 'Remove')}
                </Button>
              </li>
            ))}
          </ul>
          <div className="row">
            <Choice
              value={chosenKind}
              set={setChosenKind}
              label={say('文件种类', 'Kind of paper')}
              of={PAPER_KINDS.map(([id, zh, en]) => [id, say(zh, en)] as const)}
            />
          </div>
          <FilePut
            accept={PAPERS}
            label={say('拖到这里，或点击选择', 'Drop it here, or click to choose')}
            done={({ sha256, fileName }) =>
              setPapers([...papers.filter((one) => one.sha256 !== sha256), { sha256, kind: chosenKind, fileName }])
            }
          />
        </Group>
        {entity.state === 'needs-info' && (
          <Field label={say('回复核验员', 'Answer the checker')}>
            <Lines value={reply} set={setReply} most={2000} />
          </Field>
        )}
        <ProblemBox problem={problem} shown={fields} />
        <div>
          <Button
            tone="primary"
            busy={save.isPending || submit.isPending}
            off={legalName.trim().length < 2 || !idReady || (kind === 'person' && minor && !agreed)}
            onClick={() =>
              save.mutate({
                body: {
                  kind,
                  legalName,
                  idNumber,
                  ...(kind !== 'person' && representative !== '' ? { representative } : {}),
                  minor: kind === 'person' && minor,
                  ...(kind === 'person' && minor ? { guardian: { ...guardian, agreed: true as const } } : {}),
                  papers: [...papers],
                },
              })
            }
          >
            {say('提交核验', 'Hand it in')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

/** Papers of the categories, as far as the reader's own categories ask for them. */
export function Documents() {
  const { say, lang } = useLook()
  const paperKind = usePaperKind()
  const asked = useAsk('GET /api/documents', {})
  const categories = useAsk('GET /api/categories', {}, { good: 600_000 })
  const programs = useAsk('GET /api/programs', {})
  const withdraw = useAct('POST /api/documents/:document/withdrawal', { stale: ['GET /api/documents'] })
  const [open, setOpen] = useState(false)
  const kinds = [...new Set((categories.data?.items ?? []).flatMap((one) => one.needs.flat()))].sort()
  const programName = (id: string | null) => programs.data?.items.find((one) => one.id === id)?.name
  return (
    <Page
      title={say('资质文件', 'Documents')}
      under={say(
        '类目需要的许可、备案和授权。到期前 30 天会收到提醒，过期后相关能力暂停。',
        'Licences, records and authorisations that categories need. You are told 30 days before one expires; then what needs it pauses.',
      )}
      acts={
        <Button tone="primary" onClick={() => setOpen(true)}>
          {say('登记文件', 'Enter a document')}
        </Button>
      }
    >
      <Card>
        <Answered asked={asked}>
          {(found) =>
            found.items.length === 0 ? (
              <Empty>{say('还没有登记资质文件。', 'No documents have been entered yet.')}</Empty>
            ) : (
              <Table>
                <thead>
                  <tr>
                    <th>{say('文件', 'Document')}</th>
                    <th>{say('用于', 'For')}</th>
                    <th>{say('有效期至', 'Until')}</th>
                    <th>{say('状态', 'State')}</th>
                    <th />
                  </tr>
                </thead>
                <tbody>
                  {found.items.map((one: Document) => (
                    <tr key={one.id}>
                      <td>
                        <strong>{paperKind(one.kind)}</strong>
                        <div className="small">
                          <a href={ownFile(one.file)} target="_blank" rel="noreferrer">
                            {one.fileName}
                          </a>
                        </div>
                      </td>
                      <td>{[programName(one.program), one.for].filter(Boolean).join(' · ') || say('全部小程序', 'All programs')}</td>
                      <td>{one.validUntil === null ? say('长期', 'no end') : dayText(one.validUntil, lang)}</td>
                      <td>
                        <State state={one.state} name={one.stateName} />
                        {one.reason !== null && <div className="small soft">{say(one.reason)}</div>}
                      </td>
                      <td className="right">
                        {one.state === 'uploaded' && (
                          <Button small onClick={() => withdraw.mutate({ params: { document: one.id }, body: { rv: one.rv } })}>
                            {say('撤回', 'Withdraw')}
                          </Button>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </Table>
            )
          }
        </Answered>
        <ProblemBox problem={withdraw.error?.problem} />
      </Card>
      <NewDocument
        open={open}
        close={() => setOpen(false)}
        kinds={kinds}
        programs={(programs.data?.items ?? []).map((one) => [one.id, one.name] as const)}
      />
    </Page>
  )
}

function NewDocument({
  open,
  close,
  kinds,
  programs,
}: {
  readonly open: boolean
  readonly close: () => void
  readonly kinds: readonly string[]
  readonly programs: readonly (readonly [string, string])[]
}) {
  const { say, lang } = useLook()
  const [kind, setKind] = useState('')
  const [number, setNumber] = useState('')
  const [use, setUse] = useState('')
  const [program, setProgram] = useState('')
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [file, setFile] = useState<{ sha256: string; fileName: string } | null>(null)
  const add = useAct('POST /api/documents', { stale: ['GET /api/documents'], done: close })
  useEffect(() => {
    if (open) setFile(null)
  }, [open])
  const problem = add.error?.problem
  return (
    <Modal
      open={open}
      close={close}
      title={say('登记资质文件', 'Enter a document')}
      acts={
        <Button
          tone="primary"
          busy={add.isPending}
          off={file === null || kind === ''}
          onClick={() =>
            file !== null &&
            add.mutate({
              body: {
                kind,
                file: file.sha256,
                fileName: file.fileName,
                ...(number === '' ? {} : { number }),
                ...(use === '' ? {} : { for: use }),
                ...(program === '' ? {} : { program }),
                ...(from === '' ? {} : { validFrom: from }),
                ...(until === '' ? {} : { validUntil: until }),
              },
            })
          }
        >
          {say('登记', 'Enter it')}
        </Button>
      }
    >
      <Field label={say('种类', 'Kind')} needed error={wrongAt(problem, 'kind', lang)}>
        {kinds.length > 0 ? (
          <Choice value={kind} set={setKind} of={[['', say('请选择', 'Choose')], ...kinds.map((one) => [one, one] as const)]} />
        ) : (
          <Line value={kind} set={setKind} most={100} />
        )}
      </Field>
      <div className="form--pair">
        <Field label={say('编号', 'Number')}>
          <Line value={number} set={setNumber} most={100} />
        </Field>
        <Field label={say('用于哪个小程序', 'For which program')}>
          <Choice value={program} set={setProgram} of={[['', say('全部', 'All')], ...programs]} />
        </Field>
        <Field label={say('自', 'From')}>
          <Day value={from} set={setFrom} />
        </Field>
        <Field label={say('至（长期则留空）', 'Until (empty: no end)')} error={wrongAt(problem, 'validUntil', lang)}>
          <Day value={until} set={setUntil} />
        </Field>
      </div>
      <Field
        label={say('用于什么', 'What it is for')}
        hint={say('域名、能力或类目，可不填', 'A host, a capability or a category; may be empty')}
      >
        <Line value={use} set={setUse} most={200} />
      </Field>
      {file === null ? (
        <FilePut
          accept={PAPERS}
          label={say('拖到这里，或点击选择（PNG、JPEG、WebP、PDF）', 'Drop it here, or click to choose (PNG, JPEG, WebP, PDF)')}
          done={setFile}
        />
      ) : (
        <Note tone="success">{file.fileName}</Note>
      )}
      <ProblemBox problem={problem} shown={['kind', 'validUntil']} />
    </Modal>
  )
}

export function CertificationPage() {
  const { say, lang } = useLook()
  const paperKind = usePaperKind()
  const asked = useAsk('GET /api/certification', {})
  const documents = useAsk('GET /api/documents', {})
  const me = useHere().data?.account
  const [chosen, setChosen] = useState<readonly string[]>([])
  const apply = useAct('POST /api/certification', { stale: ['GET /api/certification'] })
  return (
    <Page
      title={say('认证', 'Certification')}
      under={say(
        '认证由第三方机构出具意见，再由平台决定；认证后可以使用更多能力，名片上会标明。',
        'An outside house gives its opinion, then the platform decides. Certified entities may use more, and their cards say so.',
      )}
    >
      <Answered asked={asked}>
        {(one) => (
          <Card title={say('状态', 'How it stands')} acts={<State state={one.state} name={one.stateName} />}>
            <Facts
              rows={[
                one.until === null ? null : [say('有效期至', 'Until'), dayText(one.until, lang)],
                one.opinion === null
                  ? null
                  : [
                      say('第三方意见', 'Outside opinion'),
                      <span key="o">
                        <Tag tone={one.opinion.favourable ? 'success' : 'danger'}>
                          {one.opinion.favourable ? say('支持', 'in favour') : say('不支持', 'against')}
                        </Tag>{' '}
                        {say(one.opinion.says)}
                      </span>,
                    ],
                one.reason === null ? null : [say('原因', 'Reason'), say(one.reason)],
              ]}
            />
            {one.state === 'pending' && <Note tone="primary">{say('正在审核。', 'Being looked at.')}</Note>}
            {['none', 'refused', 'lapsed'].includes(one.state) &&
              (me?.entity?.verified !== true ? (
                <Note tone="warning">{say('请先完成主体核验。', 'The entity has to be verified first.')}</Note>
              ) : (
                <div className="form">
                  <Group label={say('附上哪些资质文件', 'Which documents come with it')}>
                    <Answered asked={documents} lines={2}>
                      {(found) =>
                        found.items.length === 0 ? (
                          <span className="soft">{say('请先在「资质文件」登记。', 'Enter them under “Documents” first.')}</span>
                        ) : (
                          <div className="stack">
                            {found.items.map((paper) => (
                              <Tick
                                key={paper.id}
                                on={chosen.includes(paper.id)}
                                set={(on) => setChosen(on ? [...chosen, paper.id] : chosen.filter((id) => id !== paper.id))}
                              >
                                {paperKind(paper.kind)} · {paper.fileName}
                              </Tick>
                            ))}
                          </div>
                        )
                      }
                    </Answered>
                  </Group>
                  <ProblemBox problem={apply.error?.problem} />
                  <div>
                    <Button
                      tone="primary"
                      busy={apply.isPending}
                      off={chosen.length === 0}
                      onClick={() => apply.mutate({ body: { papers: [...chosen] } })}
                    >
                      {say('申请认证', 'Apply')}
                    </Button>
                  </div>
                </div>
              ))}
          </Card>
        )}
      </Answered>
    </Page>
  )
}

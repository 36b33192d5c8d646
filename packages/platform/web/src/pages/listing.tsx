/** What users read about a program, with everything that is still lacking beside the field that lacks it. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Answer, Category, Lack, Listing } from '../../../src/contract/index.ts'
import { usePart } from '../frame/way.ts'
import { Button, Choice, Field, Group, Line, Lines, Note, ProblemBox, Tag, Toggle, wrongAt } from '../parts/controls.tsx'
import { FilePut, ownFile, PICTURES } from '../parts/files.tsx'
import { Ago, Answered, Card, Page, useToast } from '../parts/shapes.tsx'
import { keyOf, useAct, useAsk } from '../wire/hooks.ts'
import { type Say, useLook, useSay } from '../words/look.tsx'
import { Nearby } from './nearby.tsx'
import { Icon } from './open.tsx'
import { ProgramTabs } from './programs.tsx'

type View = Answer<'GET /api/programs/:program/listing'>

export function ListingPage() {
  const say = useSay()
  const program = usePart('program')
  const one = useAsk('GET /api/programs/:program', { params: { program } })
  const asked = useAsk('GET /api/programs/:program/listing', { params: { program } }, { good: Number.POSITIVE_INFINITY })
  return (
    <Page
      title={one.data?.name ?? say('资料', 'Listing')}
      under={say('审核时与代码一起看，通过后展示给用户。', 'Reviewed together with the code, and shown to users once approved.')}
    >
      <ProgramTabs program={program} here="listing" />
      <Answered asked={asked} lines={8}>
        {(view) => <Editor key={view.rev} program={program} platform={one.data?.platform ?? 'wechat'} view={view} />}
      </Answered>
    </Page>
  )
}

const FIELD_NAMES: Readonly<Record<string, readonly [string, string]>> = {
  name: ['名称', 'Name'],
  intro: ['简介', 'Introduction'],
  description: ['详细介绍', 'Description'],
  categories: ['类目', 'Categories'],
  tags: ['标签', 'Tags'],
  contact: ['联系方式', 'Contact'],
  privacy: ['个人信息', 'Personal data'],
  domains: ['服务器域名', 'Domains'],
  icon: ['图标', 'Icon'],
  screenshots: ['截图', 'Screenshots'],
  nearby: ['附近的服务点', 'Points nearby'],
  userContent: ['用户发布的内容', 'Users’ content'],
  documents: ['资质文件', 'Documents'],
}
export const useListingField = () => {
  const say = useSay()
  return (field: string) => {
    const [head = field] = field.split('.')
    return say(...(FIELD_NAMES[head] ?? [field, field]))
  }
}

export const Lacks = ({ lacks }: { readonly lacks: readonly Lack[] }) => {
  const say = useSay()
  const name = useListingField()
  const blocking = lacks.filter((lack) => lack.blocks)
  const others = lacks.filter((lack) => !lack.blocks)
  const list = (some: readonly Lack[]) => (
    <ul>
      {some.map((lack) => (
        <li key={lack.field + lack.said.en}>
          <strong>{name(lack.field)}</strong> {say(lack.said)}
          {lack.clause !== null && (
            <>
              {' '}
              <code>{lack.clause}</code>
            </>
          )}
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {blocking.length === 0 ? (
        <Note tone="success">{say('可以提交审核。', 'It can be submitted.')}</Note>
      ) : (
        <Note tone="danger">
          <strong>
            {say(
              `还缺 ${blocking.length} 项，补齐后才能提交`,
              blocking.length === 1
                ? 'One thing is lacking before it can be submitted'
                : `${blocking.length} things are lacking before it can be submitted`,
            )}
          </strong>
          {list(blocking)}
        </Note>
      )}
      {others.length > 0 && (
        <Note tone="warning">
          <strong>{say('这些会由人查看', 'A person will look at these')}</strong>
          {list(others)}
        </Note>
      )}
    </>
  )
}

function Editor({ program, platform, view }: { readonly program: string; readonly platform: 'wechat' | 'douyin'; readonly view: View }) {
  const { say, lang } = useLook()
  const toast = useToast()
  const client = useQueryClient()
  const categories = useAsk('GET /api/categories', { query: { platform } }, { good: 600_000 })
  const [content, setContent] = useState<Listing>(view.content)
  const [domains, setDomains] = useState(view.content.domains.join('\n'))
  const [tags, setTags] = useState(view.content.tags.join(' '))
  const dirty = useMemo(() => JSON.stringify(content) !== JSON.stringify(view.content), [content, view.content])
  useEffect(() => {
    if (!dirty) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [dirty])
  const save = useAct('PUT /api/programs/:program/listing', {
    stale: ['GET /api/programs/:program', 'GET /api/programs'],
    done: (saved) => {
      client.setQueryData(keyOf('GET /api/programs/:program/listing', { params: { program } }), saved)
      toast(
        saved.lacks.every((one) => !one.blocks)
          ? { zh: '已保存，资料齐全', en: 'Saved, and complete' }
          : {
              zh: `已保存，还缺 ${saved.lacks.filter((one) => one.blocks).length} 项`,
              en: `Saved; ${saved.lacks.filter((one) => one.blocks).length} still lacking`,
            },
      )
    },
  })
  const problem = save.error?.problem
  const set = (change: Partial<Listing>) => setContent((old) => ({ ...old, ...change }))
  const lackOf = (field: string) =>
    view.lacks.filter((one) => one.field === field || one.field.startsWith(`${field}.`)).map((one) => one.said[lang])
  const error = (field: string) =>
    wrongAt(problem, `content.${field}`, lang) ??
    (lackOf(field)[0] === undefined || dirty ? undefined : lackOf(field).join(say('；', '; ')))
  return (
    <div className="two-thirds">
      <div className="stack">
        <Card title={say('基本信息', 'Basics')}>
          <div className="form">
            <Field label={say('名称', 'Name')} needed error={error('name')}>
              <Line value={content.name} set={(name) => set({ name })} most={60} />
            </Field>
            <Field
              label={say('简介', 'Introduction')}
              needed
              error={error('intro')}
              hint={say('一两句话，说清楚它做什么', 'A sentence or two on what it does')}
            >
              <Lines value={content.intro} set={(intro) => set({ intro })} most={500} rows={2} />
            </Field>
            <Field label={say('详细介绍', 'Description')} error={error('description')}>
              <Lines value={content.description} set={(description) => set({ description })} most={10_000} rows={4} />
            </Field>
            <Field label={say('标签（用空格分开，最多 10 个）', 'Tags (with spaces between, 10 at most)')} error={error('tags')}>
              <Line
                value={tags}
                set={(next) => {
                  setTags(next)
                  set({ tags: [...new Set(next.split(/[\s,，、]+/).filter(Boolean))].slice(0, 10) })
                }}
              />
            </Field>
          </div>
        </Card>
        <Card title={say('类目与资质', 'Categories and their documents')}>
          <Categories
            list={categories.data?.items ?? []}
            chosen={content.categories}
            set={(next) => set({ categories: [...next] })}
            error={error('categories')}
          />
        </Card>
        <Card title={say('图标与截图', 'Icon and screenshots')}>
          <div className="form">
            <Group label={say('图标（正方形，至少 144×144）', 'Icon (square, 144×144 at least)')} error={error('icon')}>
              <div className="row">
                <Icon src={content.icon === null ? null : ownFile(content.icon)} name={content.name} large />
                <FilePut
                  accept={PICTURES}
                  most={2 * 1024 * 1024}
                  label={say('更换图标', 'Change the icon')}
                  done={(file) => set({ icon: file.sha256 })}
                />
              </div>
            </Group>
            <Group label={say('截图（最多 10 张）', 'Screenshots (10 at most)')} error={error('screenshots')}>
              <div className="shots">
                {content.screenshots.map((sha256, i) => (
                  <figure key={sha256}>
                    <span className="shot">
                      <img src={ownFile(sha256)} alt={say(`截图 ${i + 1}`, `Screenshot ${i + 1}`)} />
                    </span>
                    <Button small bare onClick={() => set({ screenshots: content.screenshots.filter((one) => one !== sha256) })}>
                      {say('移除', 'Remove')}
                    </Button>
                  </figure>
                ))}
              </div>
              {content.screenshots.length < 10 && (
                <FilePut
                  accept={PICTURES}
                  label={say('添加截图', 'Add a screenshot')}
                  done={(file) => set({ screenshots: [...content.screenshots.filter((one) => one !== file.sha256), file.sha256] })}
                />
              )}
            </Group>
          </div>
        </Card>
        <Card title={say('个人信息与内容', 'Personal data and content')}>
          <div className="form">
            <Group
              label={say('收集或使用的个人信息，以及用途', 'Personal data it collects or uses, and what for')}
              hint={say('会与代码里和运行时实际用到的对照', 'Compared with what the code and the run really use')}
              error={error('privacy')}
            >
              {content.privacy.map((one, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows being edited
                <div className="pair-row" key={i}>
                  <Line
                    value={one.item}
                    placeholder={say('项目，例如位置', 'What: location, say')}
                    set={(item) => set({ privacy: content.privacy.map((row, n) => (n === i ? { ...row, item } : row)) })}
                  />
                  <Line
                    value={one.purpose}
                    placeholder={say('用途', 'What for')}
                    set={(purpose) => set({ privacy: content.privacy.map((row, n) => (n === i ? { ...row, purpose } : row)) })}
                  />
                  <Button small bare onClick={() => set({ privacy: content.privacy.filter((_, n) => n !== i) })}>
                    {say('移除', 'Remove')}
                  </Button>
                </div>
              ))}
              <div>
                <Button small onClick={() => set({ privacy: [...content.privacy, { item: '', purpose: '' }] })}>
                  {say('添加一项', 'Add one')}
                </Button>
              </div>
            </Group>
            <Toggle
              on={content.userContent.has}
              set={(has) => set({ userContent: { ...content.userContent, has } })}
              label={say('用户可以发布内容', 'Users can publish content')}
            />
            {content.userContent.has && (
              <Field label={say('如何审核用户发布的内容', 'How users’ content is checked')} error={error('userContent')}>
                <Lines value={content.userContent.check ?? ''} set={(check) => set({ userContent: { has: true, check } })} most={500} />
              </Field>
            )}
            <Field label={say('服务器域名（每行一个）', 'Domains of its server (one a line)')} error={error('domains')}>
              <Lines
                value={domains}
                set={(next) => {
                  setDomains(next)
                  set({
                    domains: next
                      .split('\n')
                      .map((line) => line.trim())
                      .filter(Boolean),
                  })
                }}
              />
            </Field>
          </div>
        </Card>
        <Card title={say('联系方式', 'Contact')}>
          <div className="form">
            <div className="form--pair">
              <Field label={say('邮箱', 'E-mail')} needed error={error('contact')}>
                <Line value={content.contact.email ?? ''} set={(email) => set({ contact: without({ ...content.contact, email }) })} />
              </Field>
              <Field label={say('电话', 'Telephone')}>
                <Line
                  value={content.contact.phone ?? ''}
                  set={(phone) => set({ contact: without({ ...content.contact, phone }) })}
                  kind="tel"
                />
              </Field>
              <Field label={say('网址', 'Site')}>
                <Line value={content.contact.url ?? ''} set={(url) => set({ contact: without({ ...content.contact, url }) })} kind="url" />
              </Field>
            </div>
          </div>
        </Card>
        <Card title={say('附近的服务点', 'Points of service nearby')}>
          <Nearby places={content.nearby} set={(nearby) => set({ nearby: [...nearby] })} error={error} />
        </Card>
      </div>
      <div className="stack stay">
        <Card title={say('缺什么', 'What is lacking')}>
          {view.rev === 0 ? (
            <p className="soft">{say('保存后会列出缺项。', 'Save it, and what is lacking is listed here.')}</p>
          ) : (
            <Lacks lacks={view.lacks} />
          )}
          <ProblemBox problem={problem} />
          <div className="acts">
            <Button
              tone="primary"
              busy={save.isPending}
              off={!dirty && view.rev > 0}
              onClick={() =>
                save.mutate({
                  params: { program },
                  body: { base: view.rev, content: { ...content, privacy: content.privacy.filter((one) => one.item.trim() !== '') } },
                })
              }
            >
              {say('保存', 'Save')}
            </Button>
            {dirty && <Tag tone="warning">{say('未保存', 'not saved')}</Tag>}
          </div>
          {view.savedAt !== null && (
            <span className="soft small">
              {say(`第 ${view.rev} 次修订，`, `Revision ${view.rev}, `)}
              <Ago at={view.savedAt} />
            </span>
          )}
        </Card>
      </div>
    </div>
  )
}
/** 'a and b, or c'. */
const needsText = (category: Category, say: Say): string =>
  category.needs.map((together) => together.join(say(' + ', ' + '))).join(say('；或 ', '; or '))
const without = <T extends object>(given: T): T => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')) as T

function Categories({
  list,
  chosen,
  set,
  error,
}: {
  readonly list: readonly Category[]
  readonly chosen: readonly string[]
  readonly set: (chosen: readonly string[]) => void
  readonly error: string | undefined
}) {
  const say = useSay()
  const [words, setWords] = useState('')
  const parents = new Set(list.map((one) => one.parent))
  const leaves = list.filter((one) => !parents.has(one.id) && one.status !== 'closed')
  const path = (one: Category): string => {
    const parent = list.find((other) => other.id === one.parent)
    return parent === undefined ? say(one.name) : `${path(parent)} › ${say(one.name)}`
  }
  const wanted = words.trim().toLowerCase()
  const shown =
    wanted === '' ? [] : leaves.filter((one) => `${one.name.zh} ${one.name.en} ${path(one)}`.toLowerCase().includes(wanted)).slice(0, 12)
  return (
    <div className="form">
      <ul className="list">
        {chosen.map((id) => {
          const one = list.find((other) => other.id === id)
          return (
            <li key={id}>
              <div className="row row--apart">
                <span>
                  <strong>{one === undefined ? id : path(one)}</strong>{' '}
                  {one?.sensitive === true && <Tag tone="warning">{say('敏感类目', 'sensitive')}</Tag>}
                </span>
                <Button small onClick={() => set(chosen.filter((other) => other !== id))}>
                  {say('移除', 'Remove')}
                </Button>
              </div>
              {one !== undefined && one.needs.length > 0 && (
                <span className="soft small">
                  {say('需要：', 'Needs: ')}
                  {needsText(one, say)}
                </span>
              )}
            </li>
          )
        })}
      </ul>
      <Field label={say('查找类目', 'Find a category')} error={error}>
        <Line value={words} set={setWords} kind="search" placeholder={say('例如：餐饮、教育', 'Food, education…')} />
      </Field>
      {shown.length > 0 && (
        <ul className="list picks">
          {shown.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="plain"
                disabled={chosen.includes(one.id)}
                onClick={() => {
                  set([...chosen, one.id])
                  setWords('')
                }}
              >
                {path(one)}
                {one.needs.length > 0 && <span className="soft small"> · {needsText(one, say)}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {wanted === '' && leaves.length > 0 && (
        <Choice
          label={say('从全部类目中选择', 'Choose from all categories')}
          value=""
          set={(id: string) => id !== '' && set([...chosen, id])}
          of={[
            ['', say('或从全部类目中选择', 'Or choose from all')],
            ...leaves.filter((one) => !chosen.includes(one.id)).map((one) => [one.id, path(one)] as const),
          ]}
        />
      )}
      {wanted !== '' && shown.length === 0 && <span className="soft">{say('没有找到。', 'Nothing found.')}</span>}
    </div>
  )
}

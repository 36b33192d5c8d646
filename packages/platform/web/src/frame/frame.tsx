/** The frame around every page but the workbench: what one may reach, language, theme, who is here. */
import { useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button, LinkButton } from '../parts/controls.tsx'
import { Page } from '../parts/shapes.tsx'
import { setSession } from '../wire/client.ts'
import { useAct, useAsk, useHere, useMay } from '../wire/hooks.ts'
import { useLook, useSay } from '../words/look.tsx'

export function Tools() {
  const { lang, theme, setLang, setTheme, say } = useLook()
  return (
    <>
      <button
        type="button"
        className="plain"
        onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}
        title={say('Switch to English', '切换为中文')}
      >
        {lang === 'zh' ? 'EN' : '中文'}
      </button>
      <button
        type="button"
        className="plain"
        onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
        aria-label={theme === 'dark' ? say('浅色', 'Light') : say('深色', 'Dark')}
        title={theme === 'dark' ? say('浅色', 'Light') : say('深色', 'Dark')}
      >
        {theme === 'dark' ? '☀' : '☾'}
      </button>
    </>
  )
}
export const Brand = () => {
  const say = useSay()
  return (
    <Link to="/" className="brand">
      <img src="/seal.svg" alt="" />
      {say('门神', 'Menshen')}
    </Link>
  )
}

const active = { className: 'is-here' }
const Item = ({
  to,
  children,
  exact = false,
  also = [],
}: {
  readonly to: string
  readonly children: ReactNode
  readonly exact?: boolean
  /** Folders whose pages belong here too. */
  readonly also?: readonly string[]
}) => {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const here = also.some((folder) => path === folder || path.startsWith(`${folder}/`))
  return (
    <Link to={to} activeProps={active} activeOptions={{ exact }} {...(here ? { ...active, 'aria-current': 'page' as const } : {})}>
      {children}
    </Link>
  )
}

/** The list of pages beside a page; where it lies across the top, the page one is on is brought into sight. */
function Side({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const box = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.location.pathname })
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the page
  useEffect(() => {
    const [side, here] = [box.current, box.current?.querySelector<HTMLElement>('.is-here')]
    if (side && here) side.scrollLeft = here.offsetLeft - (side.clientWidth - here.clientWidth) / 2
  }, [path])
  return (
    <aside ref={box} className="side" aria-label={name}>
      {children}
    </aside>
  )
}

function DeveloperSide() {
  const say = useSay()
  return (
    <Side name={say('开发者', 'Developer')}>
      <h2>{say('开发', 'Develop')}</h2>
      <Item to="/programs" also={['/versions']}>
        {say('小程序', 'Programs')}
      </Item>
      <Item to="/decisions">{say('决定', 'Decisions')}</Item>
      <h2>{say('主体', 'Entity')}</h2>
      <Item to="/entity">{say('主体核验', 'Entity')}</Item>
      <Item to="/documents">{say('资质文件', 'Documents')}</Item>
      <Item to="/certification">{say('认证', 'Certification')}</Item>
      <h2>{say('账号', 'Account')}</h2>
      <Item to="/account">{say('账号与安全', 'Account and security')}</Item>
      <Item to="/tokens">{say('接口令牌', 'Tokens')}</Item>
    </Side>
  )
}
function StaffSide() {
  const say = useSay()
  const may = useMay()
  const queues = useAsk('GET /api/review/queues', {}, { when: may('queue.see'), every: 30_000 }).data
  return (
    <Side name={say('工作人员', 'Staff')}>
      {may('queue.see') && (
        <>
          <h2>{say('审核', 'Review')}</h2>
          <Item to="/review" exact>
            {say('审核队列', 'Queues')}
            {queues !== undefined && queues.waiting > 0 && (
              <span className={queues.overdue > 0 ? 'count count--hot' : 'count'}>{queues.waiting}</span>
            )}
          </Item>
        </>
      )}
      {may('review.confirm') && (
        <Item to="/held">
          {say('待第二人确认', 'Second person')}
          {queues !== undefined && queues.held > 0 && <span className="count">{queues.held}</span>}
        </Item>
      )}
      {may('appeal.decide') && <Item to="/appeals">{say('申诉', 'Appeals')}</Item>}
      {may('certification.advise') && <Item to="/advice">{say('认证意见', 'Opinions asked')}</Item>}
      {may('lead.see') && <Item to="/lead">{say('负责人面板', 'Lead')}</Item>}
      {may('entity.check') && (
        <>
          <h2>{say('核验', 'Checks')}</h2>
          <Item to="/checks/entities">{say('主体核验', 'Entities')}</Item>
          <Item to="/checks/documents">{say('资质核对', 'Documents')}</Item>
          <Item to="/checks/certifications">{say('认证决定', 'Certifications')}</Item>
        </>
      )}
      {(may('role.grant') || may('rulebook.edit') || may('audit.read') || may('operation.see')) && <h2>{say('运营', 'Operate')}</h2>}
      {may('rulebook.edit') && <Item to="/rule-modes">{say('规则模式', 'Rule modes')}</Item>}
      {may('rulebook.edit') && <Item to="/settings">{say('审核设置', 'Settings')}</Item>}
      {may('rulebook.edit') && <Item to="/publish-terms">{say('发布条款', 'Terms')}</Item>}
      {may('role.grant') && <Item to="/people">{say('人员与角色', 'People and roles')}</Item>}
      {may('audit.read') && <Item to="/audit">{say('审计日志', 'Audit log')}</Item>}
      {may('operation.see') && <Item to="/operation">{say('运行状况', 'Operation')}</Item>}
      {may('operation.see') && <Item to="/mail">{say('邮件', 'Mail')}</Item>}
      <h2>{say('账号', 'Account')}</h2>
      <Item to="/account">{say('账号与安全', 'Account and security')}</Item>
    </Side>
  )
}

const DEVELOPER = ['/programs', '/versions', '/decisions', '/entity', '/documents', '/certification', '/tokens']
const STAFF = [
  '/review',
  '/held',
  '/appeals',
  '/advice',
  '/lead',
  '/checks',
  '/rule-modes',
  '/settings',
  '/publish-terms',
  '/people',
  '/audit',
  '/operation',
  '/mail',
]

export const STAFF_PERMISSIONS: readonly (readonly [permission: string, page: string])[] = [
  ['queue.see', '/review'],
  ['entity.check', '/checks/entities'],
  ['appeal.decide', '/appeals'],
  ['lead.see', '/lead'],
  ['rulebook.edit', '/rule-modes'],
  ['role.grant', '/people'],
  ['audit.read', '/audit'],
  ['operation.see', '/operation'],
]

export function Frame() {
  const say = useSay()
  const here = useHere().data
  const may = useMay()
  const client = useQueryClient()
  const navigate = useNavigate()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const account = here?.account ?? null
  const leave = useAct('DELETE /api/sessions/:session', {
    done: () => {
      setSession(null)
      client.clear()
      void navigate({ to: '/' })
    },
  })
  const below = (folders: readonly string[]) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`))
  const staffPage = STAFF_PERMISSIONS.find(([permission]) => may(permission))?.[1]
  const owner = may('program.own')
  const side =
    account === null
      ? null
      : below(STAFF) || (path === '/account' && !owner)
        ? 'staff'
        : below(DEVELOPER) || path === '/account'
          ? 'developer'
          : null
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {say('跳到正文', 'Skip to the content')}
      </a>
      <header className="top">
        <Brand />
        <nav aria-label={say('主导航', 'Main')}>
          <Item to="/" exact>
            {say('目录', 'Directory')}
          </Item>
          <Item to="/nearby">{say('附近', 'Nearby')}</Item>
          <Item to="/rules">{say('规则', 'Rules')}</Item>
          {owner && (
            <Item to="/programs" also={side === 'developer' ? [...DEVELOPER, '/account'] : DEVELOPER}>
              {say('开发者', 'Developer')}
            </Item>
          )}
          {staffPage !== undefined && (
            <Item to={staffPage} also={side === 'staff' ? [...STAFF, '/account'] : STAFF}>
              {say('工作台', 'Staff')}
            </Item>
          )}
        </nav>
        <div className="top__tools">
          <Tools />
          {account === null ? (
            <>
              <LinkButton to="/sign-in">{say('登录', 'Sign in')}</LinkButton>
              <LinkButton to="/register" tone="primary">
                {say('注册', 'Register')}
              </LinkButton>
            </>
          ) : (
            <>
              <Link to="/account" className="soft" title={account.email}>
                {account.name}
              </Link>
              <Button small bare busy={leave.isPending} onClick={() => leave.mutate({ params: { session: 'current' } })}>
                {say('退出', 'Sign out')}
              </Button>
            </>
          )}
        </div>
      </header>
      <div className={side === null ? 'middle middle--plain' : 'middle'}>
        {side === 'developer' && <DeveloperSide />}
        {side === 'staff' && <StaffSide />}
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <footer className="foot">
        <span>{say('门神 · 小程序审核平台', 'Menshen · mini program review')}</span>
        <Link to="/terms">{say('服务条款', 'Terms')}</Link>
        <Link to="/rules">{say('审核规则', 'Rules')}</Link>
        <a href="/api/openapi.json">OpenAPI</a>
      </footer>
    </div>
  )
}

export function Lost() {
  const say = useSay()
  return (
    <Page title={say('没有这个页面', 'There is no such page')}>
      <p className="soft">{say('地址可能写错了，或者内容已被移除。', 'The address may be wrong, or what was there is gone.')}</p>
      <div>
        <LinkButton to="/">{say('回到目录', 'To the directory')}</LinkButton>
      </div>
    </Page>
  )
}

/** What is shown when a page itself breaks. */
export function Broken({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const say = useSay()
  return (
    <Page title={say('页面出错了', 'This page has failed')}>
      <p className="soft">
        {say('可以重试；如果仍然出错，请把下面这行告诉运维人员。', 'Try again; if it stays, give the operator the line below.')}
      </p>
      <pre className="note">{error instanceof Error ? error.message : String(error)}</pre>
      <div>
        <Button onClick={reset}>{say('重试', 'Try again')}</Button>
      </div>
    </Page>
  )
}

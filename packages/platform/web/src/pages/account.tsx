/** One's own account: name and contact, password, second factor, sessions, tokens for programs, the end. */

import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Me, Scope } from '../../../src/contract/index.ts'
import { Button, Choice, Field, Group, Line, LinkButton, Note, ProblemBox, Tag, Tick, wrongAt } from '../parts/controls.tsx'
import { Ago, Answered, At, Card, Code, Copyable, Empty, Facts, Modal, Page, useToast } from '../parts/shapes.tsx'
import { State, useRoleName } from '../parts/states.tsx'
import { Table } from '../parts/table.tsx'
import { setSession } from '../wire/client.ts'
import { useAct, useAsk, useHere } from '../wire/hooks.ts'
import { useLook, useSay } from '../words/look.tsx'

export function Account() {
  const say = useSay()
  const roleName = useRoleName()
  const me = useHere().data?.account ?? null
  if (me === null) return null
  return (
    <Page title={say('账号与安全', 'Account and security')} under={me.email}>
      {me.twoFactor === 'due' && (
        <Note tone="warning">
          <strong>{say('需要两步验证', 'A second factor is needed')}</strong>
          <span>
            {say(
              '你有工作人员的角色。设置两步验证之前，这些角色的页面都打不开。',
              'You have a role of the staff. Until a second factor is set up, its pages stay closed.',
            )}
          </span>
        </Note>
      )}
      <div className="columns">
        <Card title={say('资料', 'Profile')}>
          <Facts
            rows={[
              [say('状态', 'State'), <State key="s" state={me.state} name={me.stateName} />],
              me.roles.length === 0 ? null : [say('角色', 'Roles'), me.roles.map(roleName).join(say('、', ', '))],
              [
                say('主体', 'Entity'),
                me.entity === null ? (
                  <LinkButton key="e" to="/entity">
                    {say('填写主体', 'Enter the entity')}
                  </LinkButton>
                ) : (
                  `${me.entity.name}${me.entity.verified ? say('（已核验）', ' (verified)') : ''}`
                ),
              ],
            ]}
          />
          <Profile me={me} />
        </Card>
        <SecondFactor me={me} />
        <Password />
        <Sessions />
        {me.permissions.includes('account.close') && <Closing me={me} />}
      </div>
    </Page>
  )
}

function Profile({ me }: { readonly me: Me }) {
  const { say, lang } = useLook()
  const toast = useToast()
  const [name, setName] = useState(me.name)
  const [contact, setContact] = useState('')
  const [phone, setPhone] = useState('')
  const save = useAct('PATCH /api/me', { stale: ['GET /api/here'], done: () => toast({ zh: '已保存', en: 'Saved' }) })
  const problem = save.error?.problem
  return (
    <div className="form">
      <Field label={say('显示名', 'Name shown')} error={wrongAt(problem, 'name', lang)}>
        <Line value={name} set={setName} most={60} />
      </Field>
      <div className="form--pair">
        <Field label={say('新的管理员姓名', 'New administrator')} hint={say('不改就留空', 'Leave empty to keep')}>
          <Line value={contact} set={setContact} most={60} />
        </Field>
        <Field label={say('新的管理员电话', 'New telephone')} error={wrongAt(problem, 'contact.phone', lang)}>
          <Line value={phone} set={setPhone} kind="tel" most={30} />
        </Field>
      </div>
      <ProblemBox problem={problem} shown={['name', 'contact.phone']} />
      <div>
        <Button
          busy={save.isPending}
          off={name.trim() === '' || (contact === '') !== (phone === '')}
          onClick={() => save.mutate({ body: { name, lang, ...(contact === '' ? {} : { contact: { name: contact, phone } }) } })}
        >
          {say('保存', 'Save')}
        </Button>
      </div>
    </div>
  )
}

function Password() {
  const { say, lang } = useLook()
  const toast = useToast()
  const [old, setOld] = useState('')
  const [password, setPassword] = useState('')
  const act = useAct('PUT /api/me/password', {
    stale: ['GET /api/here', 'GET /api/sessions'],
    done: (me) => {
      setSession(me)
      setOld('')
      setPassword('')
      toast({ zh: '密码已更换', en: 'The password is changed' })
    },
  })
  return (
    <Card title={say('密码', 'Password')}>
      <div className="form">
        <Field label={say('现在的密码', 'Present password')}>
          <Line value={old} set={setOld} kind="password" complete="current-password" />
        </Field>
        <Field
          label={say('新密码', 'New password')}
          hint={say('至少 10 个字符', 'At least 10 characters')}
          error={wrongAt(act.error?.problem, 'password', lang)}
        >
          <Line value={password} set={setPassword} kind="password" complete="new-password" />
        </Field>
        <ProblemBox problem={act.error?.problem} shown={['password']} />
        <div>
          <Button busy={act.isPending} off={old === '' || password.length < 10} onClick={() => act.mutate({ body: { old, password } })}>
            {say('更换密码', 'Change it')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

function SecondFactor({ me }: { readonly me: Me }) {
  const say = useSay()
  const client = useQueryClient()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [recovery, setRecovery] = useState<readonly string[] | null>(null)
  const begin = useAct('POST /api/me/second-factor')
  const again = (next: Me) => {
    setSession(next)
    void client.invalidateQueries()
  }
  const confirm = useAct('POST /api/me/second-factor/confirmation', {
    done: (answer) => {
      setRecovery(answer.recovery)
      begin.reset()
      setCode('')
      again(answer.me)
    },
  })
  const end = useAct('DELETE /api/me/second-factor', { done: again })
  return (
    <Card
      title={say('两步验证', 'Second factor')}
      acts={
        me.twoFactor === 'on' ? (
          <Tag tone="success">{say('已开启', 'on')}</Tag>
        ) : (
          <Tag tone={me.twoFactor === 'due' ? 'warning' : 'default'}>{say('未开启', 'off')}</Tag>
        )
      }
    >
      {recovery !== null && (
        <Note tone="success">
          <strong>{say('请保存恢复码，只显示这一次', 'Keep these recovery codes: they are shown only now')}</strong>
          <pre>{recovery.join('\n')}</pre>
          <span>{say('手机丢失时，每个恢复码可以代替一次验证码。', 'Each stands in for a code once, should you lose your phone.')}</span>
        </Note>
      )}
      {me.twoFactor !== 'on' && begin.data === undefined && (
        <div className="form">
          <Field label={say('先输入密码', 'First your password')}>
            <Line value={password} set={setPassword} kind="password" complete="current-password" />
          </Field>
          <ProblemBox problem={begin.error?.problem} />
          <div>
            <Button tone="primary" busy={begin.isPending} off={password === ''} onClick={() => begin.mutate({ body: { password } })}>
              {say('设置', 'Set it up')}
            </Button>
          </div>
        </div>
      )}
      {begin.data !== undefined && (
        <div className="form">
          <p>{say('用验证器应用扫描，再输入它显示的六位数字。', 'Scan it with an authenticator and enter the six digits it shows.')}</p>
          <Code svg={begin.data.qr} name={say('两步验证的二维码', 'Code of the second factor')} />
          <Copyable text={begin.data.secret} />
          <Field label={say('六位数字', 'Six digits')}>
            <Line value={code} set={setCode} complete="one-time-code" most={6} />
          </Field>
          <ProblemBox problem={confirm.error?.problem} />
          <div>
            <Button tone="primary" busy={confirm.isPending} off={!/^\d{6}$/.test(code)} onClick={() => confirm.mutate({ body: { code } })}>
              {say('确认', 'Confirm')}
            </Button>
          </div>
        </div>
      )}
      {me.twoFactor === 'on' && (
        <details>
          <summary>{say('关闭两步验证', 'Give it up')}</summary>
          <div className="form">
            <Field label={say('密码', 'Password')}>
              <Line value={password} set={setPassword} kind="password" complete="current-password" />
            </Field>
            <Field label={say('验证码或恢复码', 'Code or recovery code')}>
              <Line value={code} set={setCode} complete="one-time-code" />
            </Field>
            <ProblemBox problem={end.error?.problem} />
            <div>
              <Button
                tone="danger"
                busy={end.isPending}
                off={password === '' || code === ''}
                onClick={() => end.mutate({ body: { password, code } })}
              >
                {say('关闭', 'Give it up')}
              </Button>
            </div>
          </div>
        </details>
      )}
    </Card>
  )
}

/** 'Chrome · Linux' of what a browser says of itself. */
const deviceOf = (agent: string): string => {
  const browser = ['Edg', 'Firefox', 'Chrome', 'Safari', 'curl'].find((name) => agent.includes(name))
  const system = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux'].find((name) => agent.includes(name))
  return [browser === 'Edg' ? 'Edge' : browser, system].filter(Boolean).join(' · ') || agent.slice(0, 40)
}
function Sessions() {
  const say = useSay()
  const client = useQueryClient()
  const navigate = useNavigate()
  const asked = useAsk('GET /api/sessions', {})
  const end = useAct('DELETE /api/sessions/:session', { stale: ['GET /api/sessions'] })
  const all = useAct('DELETE /api/sessions', {
    done: () => {
      setSession(null)
      client.clear()
      void navigate({ to: '/sign-in' })
    },
  })
  return (
    <Card
      title={say('登录的设备', 'Where you are signed in')}
      acts={
        <Button small busy={all.isPending} onClick={() => all.mutate({})}>
          {say('全部退出', 'Sign out everywhere')}
        </Button>
      }
    >
      <Answered asked={asked}>
        {(found) => (
          <ul className="list">
            {found.items.map((one) => (
              <li key={one.id} className="row row--apart">
                <div>
                  <div title={one.agent ?? ''}>{one.agent === null ? say('未知设备', 'Unknown device') : deviceOf(one.agent)}</div>
                  <div className="soft small">
                    <Ago at={one.seen} /> {one.here && <Tag tone="primary">{say('本机', 'this one')}</Tag>}
                  </div>
                </div>
                {!one.here && (
                  <Button small onClick={() => end.mutate({ params: { session: one.id } })}>
                    {say('退出', 'Sign out')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Card>
  )
}

function Closing({ me }: { readonly me: Me }) {
  const say = useSay()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [password, setPassword] = useState('')
  const act = useAct('POST /api/me/closing', {
    done: () => {
      setSession(null)
      client.clear()
      void navigate({ to: '/' })
    },
  })
  return (
    <Card title={say('注销账号', 'Close the account')}>
      <p className="soft">
        {say(
          '注销后小程序会下架，用户数据须在 24 小时内删除。此操作不能撤销。',
          'Its programs go offline, and users’ data has to be deleted within 24 hours. This cannot be undone.',
        )}
      </p>
      <div>
        <Button tone="danger" onClick={() => setOpen(true)}>
          {say('注销…', 'Close…')}
        </Button>
      </div>
      <Modal
        open={open}
        close={() => setOpen(false)}
        title={say('注销账号', 'Close the account')}
        acts={
          <Button tone="danger" busy={act.isPending} off={password === ''} onClick={() => act.mutate({ body: { rv: me.rv, password } })}>
            {say('确定注销', 'Close it')}
          </Button>
        }
      >
        <Field label={say('密码', 'Password')}>
          <Line value={password} set={setPassword} kind="password" complete="current-password" />
        </Field>
        <ProblemBox problem={act.error?.problem} />
      </Modal>
    </Card>
  )
}

export function Tokens() {
  const { say } = useLook()
  const asked = useAsk('GET /api/me/tokens', {})
  const programs = useAsk('GET /api/programs', {})
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly Scope[]>(['read', 'upload', 'submit'])
  const [program, setProgram] = useState('')
  const [days, setDays] = useState('90')
  const make = useAct('POST /api/me/tokens', { stale: ['GET /api/me/tokens'] })
  const end = useAct('DELETE /api/me/tokens/:token', { stale: ['GET /api/me/tokens'] })
  const SCOPES: readonly (readonly [Scope, string])[] = [
    ['read', say('查看', 'read')],
    ['upload', say('上传', 'upload')],
    ['submit', say('提交审核', 'submit')],
    ['release', say('发布', 'release')],
  ]
  return (
    <Page
      title={say('接口令牌', 'Tokens')}
      under={say(
        '给持续集成或 menshen submit 使用。令牌只在生成时显示一次。',
        'For CI or menshen submit. A token is shown once, when it is made.',
      )}
      acts={
        <Button tone="primary" onClick={() => setOpen(true)}>
          {say('新建令牌', 'New token')}
        </Button>
      }
    >
      <Card>
        <Answered asked={asked}>
          {(found) =>
            found.items.length === 0 ? (
              <Empty>{say('还没有令牌。', 'There are no tokens yet.')}</Empty>
            ) : (
              <Table>
                <thead>
                  <tr>
                    <th>{say('名称', 'Name')}</th>
                    <th>{say('可以做', 'May')}</th>
                    <th>{say('到期', 'Ends')}</th>
                    <th>{say('最近使用', 'Last used')}</th>
                    <th />
                  </tr>
                </thead>
                <tbody>
                  {found.items.map((token) => (
                    <tr key={token.id}>
                      <td>{token.name}</td>
                      <td>{token.scopes.map((scope) => SCOPES.find(([id]) => id === scope)?.[1] ?? scope).join(say('、', ', '))}</td>
                      <td>
                        <At at={token.expires} />
                      </td>
                      <td>{token.used === null ? say('从未', 'never') : <Ago at={token.used} />}</td>
                      <td className="right">
                        <Button small tone="danger" onClick={() => end.mutate({ params: { token: token.id } })}>
                          {say('撤销', 'End it')}
                        </Button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </Table>
            )
          }
        </Answered>
      </Card>
      <Modal
        open={open}
        close={() => {
          setOpen(false)
          make.reset()
        }}
        title={say('新建令牌', 'New token')}
        acts={
          make.data === undefined ? (
            <Button
              tone="primary"
              busy={make.isPending}
              off={name.trim() === '' || scopes.length === 0}
              onClick={() =>
                make.mutate({ body: { name, scopes: [...scopes], days: Number(days), ...(program === '' ? {} : { program }) } })
              }
            >
              {say('生成', 'Make it')}
            </Button>
          ) : undefined
        }
      >
        {make.data !== undefined ? (
          <Note tone="success">
            <strong>{say('请现在保存，之后不会再显示', 'Keep it now: it is not shown again')}</strong>
            <Copyable text={make.data.secret} />
          </Note>
        ) : (
          <>
            <Field label={say('名称', 'Name')}>
              <Line value={name} set={setName} most={60} placeholder={say('例如：CI', 'CI, say')} />
            </Field>
            <Group label={say('可以做什么', 'What it may do')}>
              <div className="row">
                {SCOPES.map(([scope, label]) => (
                  <Tick
                    key={scope}
                    on={scopes.includes(scope)}
                    set={(on) => setScopes(on ? [...scopes, scope] : scopes.filter((one) => one !== scope))}
                  >
                    {label}
                  </Tick>
                ))}
              </div>
            </Group>
            <div className="form--pair">
              <Field label={say('限于一个小程序', 'For one program only')}>
                <Choice
                  value={program}
                  set={setProgram}
                  of={[['', say('全部', 'All')], ...(programs.data?.items ?? []).map((one) => [one.id, one.name] as const)]}
                />
              </Field>
              <Field label={say('有效期', 'Good for')}>
                <Choice
                  value={days}
                  set={setDays}
                  of={['7', '30', '90', '180', '365'].map((n) => [n, say(`${n} 天`, `${n} days`)] as const)}
                />
              </Field>
            </div>
            <ProblemBox problem={make.error?.problem} />
          </>
        )}
      </Modal>
    </Page>
  )
}

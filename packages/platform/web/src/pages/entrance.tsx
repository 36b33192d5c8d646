/** The door: register, verify, sign in, and what to do when a password is lost. */
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { STAFF_PERMISSIONS } from '../frame/frame.tsx'
import { ownPath, useSearchWord } from '../frame/way.ts'
import { Button, Field, Line, LinkButton, Note, ProblemBox, Tick, wrongAt } from '../parts/controls.tsx'
import { Answered, Card, Page } from '../parts/shapes.tsx'
import { setSession } from '../wire/client.ts'
import { useAct, useAsk, useHere } from '../wire/hooks.ts'
import { useLook, useSay } from '../words/look.tsx'

const onSubmit = (act: () => void) => (event: FormEvent) => {
  event.preventDefault()
  act()
}

export function SignIn() {
  const say = useSay()
  const client = useQueryClient()
  const navigate = useNavigate()
  const to = useSearchWord('to')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const enter = useAct('POST /api/sessions', {
    done: (me) => {
      setSession(me)
      client.clear()
      const home = me.permissions.includes('program.own')
        ? '/programs'
        : (STAFF_PERMISSIONS.find(([permission]) => me.permissions.includes(permission))?.[1] ?? '/account')
      void navigate({ to: me.twoFactor === 'due' ? '/account' : to === '' || to === '/' ? home : ownPath(to) })
    },
  })
  const problem = enter.error?.problem
  const second = problem?.code === 'second-factor'
  return (
    <Page narrow title={say('登录', 'Sign in')}>
      <Card>
        <form
          className="form"
          onSubmit={onSubmit(() => enter.mutate({ body: { email, password, ...(code === '' ? {} : { code: code.trim() }) } }))}
        >
          <Field label={say('邮箱', 'E-mail')}>
            <Line value={email} set={setEmail} complete="username" focus />
          </Field>
          <Field label={say('密码', 'Password')}>
            <Line value={password} set={setPassword} kind="password" complete="current-password" />
          </Field>
          {(second || code !== '') && (
            <Field
              label={say('两步验证码', 'Code of the second factor')}
              hint={say('验证器应用里的六位数字，或一个恢复码', 'Six digits from your authenticator, or a recovery code')}
            >
              <Line value={code} set={setCode} complete="one-time-code" focus />
            </Field>
          )}
          {second && code === '' ? (
            <Note tone="primary">{say('这个账号开启了两步验证，请输入验证码。', 'This account has a second factor: enter its code.')}</Note>
          ) : (
            <ProblemBox bare problem={problem} />
          )}
          <div className="acts">
            <Button tone="primary" submit busy={enter.isPending} off={email === '' || password === ''}>
              {say('登录', 'Sign in')}
            </Button>
            <Link to="/forgotten">{say('忘记密码', 'Forgotten your password?')}</Link>
            <Link to="/register">{say('注册账号', 'Register')}</Link>
          </div>
        </form>
      </Card>
    </Page>
  )
}

export function Register() {
  const { say, lang } = useLook()
  const terms = useAsk('GET /api/terms', {}, { good: 600_000 })
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [name, setName] = useState('')
  const [contact, setContact] = useState('')
  const [phone, setPhone] = useState('')
  const [agreed, setAgreed] = useState(false)
  const act = useAct('POST /api/accounts')
  const problem = act.error?.problem
  const fields = ['email', 'password', 'name', 'contact.name', 'contact.phone']
  if (act.isSuccess)
    return (
      <Page narrow title={say('请查收邮件', 'Look into your mail')}>
        <Card>
          <p>
            {say(
              `如果 ${email} 还没有被其他账号使用，验证邮件已经发出。点击邮件中的链接完成注册。`,
              `If ${email} is not used by another account, a mail is on its way. Follow its link to finish.`,
            )}
          </p>
          <Resend email={email} />
        </Card>
      </Page>
    )
  const differ = again !== '' && again !== password
  return (
    <Page
      narrow
      title={say('注册开发者账号', 'Register as a developer')}
      under={say(
        '一个邮箱只能用于一个账号。注册后再填写并核验主体。',
        'One address, one account. The entity behind it is entered and checked afterwards.',
      )}
    >
      <Card>
        <form
          className="form"
          onSubmit={onSubmit(
            () =>
              terms.data !== undefined &&
              act.mutate({
                body: { email: email.trim(), password, name, contact: { name: contact, phone }, terms: terms.data.edition, lang },
              }),
          )}
        >
          <Field label={say('邮箱', 'E-mail')} needed error={wrongAt(problem, 'email', lang)}>
            <Line value={email} set={setEmail} complete="email" most={254} focus />
          </Field>
          <div className="form--pair">
            <Field
              label={say('密码', 'Password')}
              needed
              hint={say('至少 10 个字符；一句容易记住的话最好', 'At least 10 characters; a sentence you remember is best')}
              error={wrongAt(problem, 'password', lang)}
            >
              <Line value={password} set={setPassword} kind="password" complete="new-password" most={200} />
            </Field>
            <Field label={say('再输一次', 'Once more')} needed error={differ ? say('两次输入不一致', 'The two differ') : undefined}>
              <Line value={again} set={setAgain} kind="password" complete="new-password" most={200} />
            </Field>
          </div>
          <Field label={say('显示名', 'Name shown')} needed error={wrongAt(problem, 'name', lang)}>
            <Line value={name} set={setName} complete="nickname" most={60} />
          </Field>
          <div className="form--pair">
            <Field
              label={say('管理员姓名', 'Administrator')}
              needed
              hint={say('由此人对账号负责，且须能联系到', 'Who answers for the account and can be reached')}
              error={wrongAt(problem, 'contact.name', lang)}
            >
              <Line value={contact} set={setContact} complete="name" most={60} />
            </Field>
            <Field label={say('管理员电话', 'Telephone')} needed error={wrongAt(problem, 'contact.phone', lang)}>
              <Line value={phone} set={setPhone} kind="tel" complete="tel" most={30} />
            </Field>
          </div>
          <Answered asked={terms} lines={1}>
            {(found) => (
              <Tick on={agreed} set={setAgreed}>
                {say('我已阅读并同意', 'I have read and accept the ')}
                <Link to="/terms" target="_blank">
                  {say(`《服务条款》第 ${found.edition} 版`, `terms, edition ${found.edition}`)}
                </Link>
              </Tick>
            )}
          </Answered>
          <ProblemBox problem={problem} shown={fields} />
          <div>
            <Button
              tone="primary"
              submit
              busy={act.isPending}
              off={
                !agreed || terms.data === undefined || differ || email === '' || password.length < 10 || again !== password || name === ''
              }
            >
              {say('注册', 'Register')}
            </Button>
          </div>
        </form>
      </Card>
    </Page>
  )
}

function Resend({ email }: { readonly email: string }) {
  const say = useSay()
  const here = useHere().data
  const act = useAct('POST /api/accounts/verification/again')
  return (
    <div className="stack">
      <div className="acts">
        <Button busy={act.isPending} off={act.isSuccess} onClick={() => act.mutate({ body: { email } })}>
          {act.isSuccess ? say('已重新发送', 'Sent again') : say('没有收到？重新发送', 'Nothing came? Send it again')}
        </Button>
        <LinkButton to="/sign-in">{say('去登录', 'Sign in')}</LinkButton>
      </div>
      <ProblemBox bare problem={act.error?.problem} />
      {here?.development === true && (
        <Note>
          {say(
            '开发环境：邮件不会寄出，工作人员可在「邮件」页面查看。',
            'Development: no mail leaves; staff can read it on the page “Mail”.',
          )}
        </Note>
      )}
    </div>
  )
}

export function Verify() {
  const say = useSay()
  const token = useSearchWord('token')
  const act = useAct('POST /api/accounts/verification')
  const asked = useRef(false)
  useEffect(() => {
    if (token === '' || asked.current) return
    asked.current = true
    act.mutate({ body: { token } })
  }, [token, act])
  return (
    <Page narrow title={say('验证邮箱', 'Verify your address')}>
      <Card>
        {token === '' && (
          <Note tone="warning">{say('链接不完整，请从邮件里完整复制。', 'The link is not complete: copy all of it from the mail.')}</Note>
        )}
        {act.isPending && <p>{say('正在验证…', 'Verifying…')}</p>}
        {act.isSuccess && (
          <>
            <Note tone="success">
              {say('邮箱已验证。现在可以登录，并填写主体。', 'Your address is verified. Sign in and enter the entity.')}
            </Note>
            <div>
              <LinkButton to="/sign-in" tone="primary">
                {say('登录', 'Sign in')}
              </LinkButton>
            </div>
          </>
        )}
        <ProblemBox bare problem={act.error?.problem} />
      </Card>
    </Page>
  )
}

export function Forgotten() {
  const say = useSay()
  const [email, setEmail] = useState('')
  const act = useAct('POST /api/password/forgotten')
  return (
    <Page narrow title={say('忘记密码', 'Password forgotten')}>
      <Card>
        {act.isSuccess ? (
          <p>
            {say(
              '如果这个邮箱有账号，重设密码的邮件已经发出。',
              'If there is an account with this address, a mail to set a new password is on its way.',
            )}
          </p>
        ) : (
          <form className="form" onSubmit={onSubmit(() => act.mutate({ body: { email } }))}>
            <Field label={say('注册时的邮箱', 'The address you registered with')}>
              <Line value={email} set={setEmail} complete="username" focus />
            </Field>
            <ProblemBox bare problem={act.error?.problem} />
            <div>
              <Button tone="primary" submit busy={act.isPending} off={email === ''}>
                {say('发送邮件', 'Send the mail')}
              </Button>
            </div>
          </form>
        )}
      </Card>
    </Page>
  )
}

export function Reset() {
  const { say, lang } = useLook()
  const token = useSearchWord('token')
  const [password, setPassword] = useState('')
  const act = useAct('POST /api/password/reset')
  return (
    <Page narrow title={say('设置新密码', 'Set a new password')}>
      <Card>
        {act.isSuccess ? (
          <>
            <Note tone="success">{say('密码已更换，所有设备都已退出。', 'The password is changed and every device is signed out.')}</Note>
            <div>
              <LinkButton to="/sign-in" tone="primary">
                {say('登录', 'Sign in')}
              </LinkButton>
            </div>
          </>
        ) : (
          <form className="form" onSubmit={onSubmit(() => act.mutate({ body: { token, password } }))}>
            <Field
              label={say('新密码', 'New password')}
              hint={say('至少 10 个字符', 'At least 10 characters')}
              error={wrongAt(act.error?.problem, 'password', lang)}
            >
              <Line value={password} set={setPassword} kind="password" complete="new-password" focus />
            </Field>
            <ProblemBox bare problem={act.error?.problem} shown={['password']} />
            <div>
              <Button tone="primary" submit busy={act.isPending} off={password.length < 10 || token === ''}>
                {say('更换密码', 'Change it')}
              </Button>
            </div>
          </form>
        )}
      </Card>
    </Page>
  )
}

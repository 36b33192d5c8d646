import { useState } from 'react'
import { usePart } from '../frame/way.ts'
import { Button, Choice, Line, ProblemBox, Tag } from '../parts/controls.tsx'
import { Answered, At, Card, Page, useToast } from '../parts/shapes.tsx'
import { useRoleName } from '../parts/states.tsx'
import { useAct, useAsk } from '../wire/hooks.ts'
import { useSay } from '../words/look.tsx'
import { ProgramTabs } from './programs.tsx'
export function Members() {
  const say = useSay()
  const roleName = useRoleName()
  const toast = useToast()
  const program = usePart('program')
  const one = useAsk('GET /api/programs/:program', { params: { program } })
  const asked = useAsk('GET /api/programs/:program/members', { params: { program } })
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<'developer' | 'program-admin' | 'tester'>('tester')
  const add = useAct('POST /api/programs/:program/members', {
    stale: ['GET /api/programs/:program/members'],
    done: () => {
      setEmail('')
      toast({ zh: '如果这个邮箱有账号，已经添加', en: 'Added, if there is an account with this address' })
    },
  })
  const end = useAct('DELETE /api/programs/:program/members/:account/:role', { stale: ['GET /api/programs/:program/members'] })
  const manages = one.data?.permissions.includes('program.members') === true
  return (
    <Page title={one.data?.name ?? say('成员', 'Members')}>
      <ProgramTabs program={program} here="members" />
      {manages && (
        <Card title={say('添加', 'Add someone')}>
          <div className="row">
            <Line value={email} set={setEmail} placeholder={say('对方账号的邮箱', 'Address of their account')} />
            <Choice
              label={say('角色', 'Role')}
              value={role}
              set={setRole}
              of={(['tester', 'developer', 'program-admin'] as const).map((id) => [id, roleName(id)] as const)}
            />
            <Button
              tone="primary"
              busy={add.isPending}
              off={email === ''}
              onClick={() => add.mutate({ params: { program }, body: { email: email.trim(), role } })}
            >
              {say('添加', 'Add')}
            </Button>
          </div>
          <span className="field__hint">
            {say(
              '体验者可以打开体验版；开发者可以上传和提交；管理员还可以发布和管理成员。',
              'Testers open trials; developers upload and submit; administrators release and manage members too.',
            )}
          </span>
          <ProblemBox problem={add.error?.problem} />
        </Card>
      )}
      <Card title={say('成员', 'Members')}>
        <Answered asked={asked}>
          {(found) => (
            <ul className="list">
              {found.items.map((member) => (
                <li key={member.account + member.role} className="row row--apart">
                  <span>
                    <strong>{member.name}</strong> <span className="soft">{member.email}</span> <Tag>{roleName(member.role)}</Tag>
                  </span>
                  <span className="row">
                    <span className="soft small">
                      <At at={member.since} />
                    </span>
                    {manages && (
                      <Button small onClick={() => end.mutate({ params: { program, account: member.account, role: member.role } })}>
                        {say('移除', 'Remove')}
                      </Button>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Answered>
        <ProblemBox problem={end.error?.problem} />
      </Card>
    </Page>
  )
}

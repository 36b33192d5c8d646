/** All pages by address. A page is loaded when it is opened; whoever has to sign in first comes back to it. */
import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { Broken, Frame, Lost } from './frame/frame.tsx'
import { ownPath } from './frame/way.ts'
import { hereOf } from './wire/hooks.ts'

interface Context {
  readonly client: QueryClient
}
const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: Lost })
const framed = createRoute({ getParentRoute: () => root, id: 'framed', component: Frame })

/** Signed in, terms accepted: else to where that is done, and back. */
const signedIn = async ({ context, location }: { context: Context; location: { href: string } }): Promise<void> => {
  const here = await hereOf(context.client)
  if (here.account === null) throw redirect({ to: '/sign-in', search: { to: ownPath(location.href) } as never })
  if (here.account.termsDue !== null) throw redirect({ to: '/terms', search: { to: ownPath(location.href) } as never })
}
const inside = createRoute({ getParentRoute: () => framed, id: 'inside', beforeLoad: signedIn, component: Outlet })
const bare = createRoute({ getParentRoute: () => root, id: 'bare', beforeLoad: signedIn, component: Outlet })

const page = <P extends object>(
  under: typeof framed | typeof inside | typeof bare,
  path: string,
  load: () => Promise<P>,
  name: keyof P & string,
) =>
  createRoute({
    getParentRoute: () => under as typeof framed,
    path,
    validateSearch: (search: Record<string, unknown>) => search,
    component: lazyRouteComponent(load as () => Promise<Record<string, ComponentType>>, name),
  })

const open = () => import('./pages/open.tsx')
const entrance = () => import('./pages/entrance.tsx')
const account = () => import('./pages/account.tsx')
const entity = () => import('./pages/entity.tsx')
const programs = () => import('./pages/programs.tsx')
const members = () => import('./pages/members.tsx')
const upload = () => import('./pages/upload.tsx')
const webhooks = () => import('./pages/webhooks.tsx')
const listing = () => import('./pages/listing.tsx')
const version = () => import('./pages/version.tsx')
const submit = () => import('./pages/submit.tsx')
const release = () => import('./pages/release.tsx')
const decisions = () => import('./pages/decisions.tsx')
const lead = () => import('./pages/lead.tsx')
const queues = () => import('./pages/queues.tsx')
const documentChecks = () => import('./pages/document-checks.tsx')
const certifications = () => import('./pages/certifications.tsx')
const checks = () => import('./pages/checks.tsx')
const ruleModes = () => import('./pages/rule-modes.tsx')
const people = () => import('./pages/people.tsx')
const audit = () => import('./pages/audit.tsx')
const settings = () => import('./pages/settings.tsx')
const publishTerms = () => import('./pages/publish-terms.tsx')
const operate = () => import('./pages/operate.tsx')
const appeals = () => import('./pages/appeals.tsx')
const workbench = () => import('./workbench/workbench.tsx')

const tree = root.addChildren([
  framed.addChildren([
    page(framed, '/', open, 'Directory'),
    page(framed, '/p/$appid', open, 'ProgramCard'),
    page(framed, '/nearby', open, 'Nearby'),
    page(framed, '/rules', open, 'Rules'),
    page(framed, '/terms', open, 'Terms'),
    page(framed, '/register', entrance, 'Register'),
    page(framed, '/verify', entrance, 'Verify'),
    page(framed, '/sign-in', entrance, 'SignIn'),
    // As mails name them.
    page(framed, '/login', entrance, 'SignIn'),
    page(framed, '/forgotten', entrance, 'Forgotten'),
    page(framed, '/reset', entrance, 'Reset'),
    inside.addChildren([
      page(inside, '/t/$trial', open, 'Trial'),
      page(inside, '/account', account, 'Account'),
      page(inside, '/tokens', account, 'Tokens'),
      page(inside, '/entity', entity, 'EntityPage'),
      page(inside, '/documents', entity, 'Documents'),
      page(inside, '/certification', entity, 'CertificationPage'),
      page(inside, '/programs', programs, 'Programs'),
      page(inside, '/programs/$program', programs, 'ProgramPage'),
      page(inside, '/programs/$program/listing', listing, 'ListingPage'),
      page(inside, '/programs/$program/upload', upload, 'UploadPage'),
      page(inside, '/programs/$program/members', members, 'Members'),
      page(inside, '/programs/$program/webhooks', webhooks, 'Webhooks'),
      page(inside, '/programs/$program/versions/$version', version, 'VersionPage'),
      page(inside, '/versions/$version', version, 'VersionPage'),
      page(inside, '/versions/$version/submit', submit, 'SubmitPage'),
      page(inside, '/versions/$version/release', release, 'ReleasePage'),
      page(inside, '/decisions', decisions, 'Decisions'),
      page(inside, '/decisions/$decision', decisions, 'DecisionPage'),
      page(inside, '/review', queues, 'Queues'),
      page(inside, '/held', queues, 'Held'),
      page(inside, '/appeals', appeals, 'Appeals'),
      page(inside, '/lead', lead, 'Lead'),
      page(inside, '/advice', certifications, 'Advice'),
      page(inside, '/checks/entities', checks, 'Entities'),
      page(inside, '/checks/entities/$account', checks, 'EntityCasePage'),
      page(inside, '/checks/documents', documentChecks, 'DocumentChecks'),
      page(inside, '/checks/certifications', certifications, 'Certifications'),
      page(inside, '/rule-modes', ruleModes, 'RuleModes'),
      page(inside, '/settings', settings, 'Settings'),
      page(inside, '/publish-terms', publishTerms, 'PublishTerms'),
      page(inside, '/people', people, 'People'),
      page(inside, '/audit', audit, 'Audit'),
      page(inside, '/operation', operate, 'OperationPage'),
      page(inside, '/mail', operate, 'Mail'),
    ]),
  ]),
  bare.addChildren([page(bare, '/review/$version', workbench, 'Workbench')]),
])

export const makeRouter = (client: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { client },
    defaultErrorComponent: ({ error, reset }) => <Broken error={error} reset={reset} />,
    defaultNotFoundComponent: Lost,
    scrollRestoration: true,
  })

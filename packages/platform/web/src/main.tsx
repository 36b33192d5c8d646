import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, useEffect, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import TConfig from 'tdesign-react/es/config-provider'
import en from 'tdesign-react/es/locale/en_US'
import zh from 'tdesign-react/es/locale/zh_CN'
import 'tdesign-react/es/style/index.css'
import './look.css'
import { ToastProvider } from './parts/shapes.tsx'
import { makeRouter } from './router.tsx'
import { Refused } from './wire/client.ts'
import { LookProvider, useLook } from './words/look.tsx'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What was refused is refused again; only what never arrived is asked once more.
      retry: (count, error) => count < 2 && error instanceof Refused && [0, 502, 503].includes(error.problem.status),
    },
  },
})
const router = makeRouter(client)

function Inside() {
  const { lang } = useLook()
  // Some of what the server says comes in one language: asked again in the other.
  const before = useRef(lang)
  useEffect(() => {
    if (before.current === lang) return
    before.current = lang
    void client.invalidateQueries()
  }, [lang])
  return (
    <TConfig globalConfig={lang === 'zh' ? zh : en}>
      <ToastProvider>
        <RouterProvider router={router} />
      </ToastProvider>
    </TConfig>
  )
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <LookProvider>
        <Inside />
      </LookProvider>
    </QueryClientProvider>
  </StrictMode>,
)

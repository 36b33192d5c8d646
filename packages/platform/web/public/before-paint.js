// Runs before the first paint, so that nobody sees the wrong theme flash by. A file of its own: inline scripts are not allowed here.
;(() => {
  let kept = {}
  try {
    kept = JSON.parse(localStorage.getItem('menshen.look') || '{}')
  } catch {}
  const top = document.documentElement
  const dark = kept.theme ? kept.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  top.setAttribute('theme-mode', dark ? 'dark' : 'light')
  const lang = kept.lang || (navigator.language.startsWith('zh') ? 'zh' : 'en')
  top.lang = lang === 'zh' ? 'zh-CN' : 'en'
})()

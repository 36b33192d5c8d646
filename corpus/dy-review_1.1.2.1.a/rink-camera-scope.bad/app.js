import { scopes } from './conf/scopes'
App({
  onLaunch() {
    scopes.reduce((p, s) => p.then(() => this.one(s.key)), Promise.resolve())
  },
  one(scope) {
    return new Promise((done) => {
      tt.authorize({ scope, complete: done })
    })
  }
})

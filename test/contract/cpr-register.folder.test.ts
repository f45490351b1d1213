import { createCprRegisterFolder } from '../fixtures/cpr-register/cpr-register-folder'
import { cprRegisterContract } from './cpr-register-contract'

cprRegisterContract('folder', () => {
  const made = createCprRegisterFolder()
  return { ...made, fail: made.close }
})

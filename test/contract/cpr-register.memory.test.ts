import { createMemoryCprRegister } from '../fixtures/cpr-register/memory-cpr-register'
import { cprRegisterContract } from './cpr-register-contract'

cprRegisterContract('in memory', () => {
  const register = createMemoryCprRegister()
  return {
    register,
    enter: register.enter,
    deliver: (persons) => {
      persons.forEach(register.enter)
      register.deliver(persons.map(({ cpr }) => cpr))
    },
    fail: () => register.setAvailable(false),
    close: () => undefined,
  }
})

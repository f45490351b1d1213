module.exports = globalThis.sqliteDriver

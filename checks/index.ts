import auditChain from './audit-chain.ts';
import database from './database.ts';
import errors from './errors.ts';
import signIn from './sign-in.ts';
import storage from './storage.ts';

/** Everything this site watches, by the name its readings are kept under. */
export const checks = {
  database,
  storage,
  'sign-in': signIn,
  errors,
  'audit-chain': auditChain,
};

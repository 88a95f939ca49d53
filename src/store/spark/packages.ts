import type * as Grpc from '@grpc/grpc-js';
import type * as Loader from '@grpc/proto-loader';
import type * as Arrow from 'apache-arrow';
import { UserError } from '../../messages/index.js';

/** The packages that only this engine needs: whoever audits on one machine need not install them. */
export interface Packages {
  grpc: typeof Grpc;
  loader: typeof Loader;
  arrow: typeof Arrow;
}

/** @throws UserError that says what to install, where one is absent */
export async function loadPackages(): Promise<Packages> {
  try {
    const [grpc, loader, arrow] = await Promise.all([
      import('@grpc/grpc-js'),
      import('@grpc/proto-loader'),
      import('apache-arrow'),
    ]);
    return { grpc, loader, arrow };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new UserError('spark.packages-missing', {}, { cause });
  }
}

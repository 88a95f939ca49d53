/** Sentences about a cluster that does the work: Spark, over Spark Connect. Its token is never shown. */
export const sparkMessages = {
  'spark.engine-option': {
    zh: '在哪里计算：duckdb（本机，默认）或 spark（集群）',
    en: 'where the work is done: duckdb (here, the default) or spark (on a cluster)',
  },
  'spark.remote-option': {
    zh: 'Spark Connect 的地址，如 sc://主机:15002',
    en: 'address of Spark Connect, such as sc://host:15002',
  },
  'spark.no-remote': {
    zh: '没有说明 Spark 在哪里。请用 --remote 给出地址，如 sc://主机:15002，或在配置文件里写 remote。',
    en: 'It is not said where Spark is. Give its address with --remote, such as sc://host:15002, or as remote in the configuration.',
  },
  'spark.kept-here': {
    zh: '--cache 的数据留在本机，不能与 --engine spark 同用。请先用 plumbline load 读入，再用 --from 交给集群核对。',
    en: 'What --cache keeps lies on this machine and does not go with --engine spark. Read with plumbline load, and have the cluster audit that with --from.',
  },
  'spark.packages-missing': {
    zh: '使用 --engine spark 需要另外安装三个软件包。请在安装 plumbline 的位置执行：npm install @grpc/grpc-js @grpc/proto-loader apache-arrow',
    en: '--engine spark needs three more packages. Where plumbline is installed, run: npm install @grpc/grpc-js @grpc/proto-loader apache-arrow',
  },
  'spark.bad-remote': {
    zh: 'Spark 的地址写法不对。请写成 sc://主机:端口，例如 sc://spark.example:15002；令牌等写在后面：/;token=…;use_ssl=true。',
    en: 'The address of Spark is not written as one. Write sc://host:port, for example sc://spark.example:15002; a token follows as /;token=…;use_ssl=true.',
  },
  'spark.unknown-parameter': {
    zh: 'Spark 的地址里有不认识的参数“{name}”。可用：token、use_ssl、user_id、grpc_max_message_size，以及以 x- 开头的请求头。',
    en: 'The address of Spark has the unknown parameter "{name}". There are token, use_ssl, user_id, grpc_max_message_size, and headers that begin with x-.',
  },
  'spark.unreachable': {
    zh: '连不上 {address} 的 Spark（{reason}）。请检查地址和端口，确认 Spark Connect 服务正在运行、网络可达。',
    en: 'Spark at {address} cannot be reached ({reason}). Check the address and the port, and that the Spark Connect server runs there.',
  },
  'spark.not-admitted': {
    zh: '{address} 的 Spark 不接受所给的令牌。请检查 token 和 use_ssl。',
    en: 'Spark at {address} does not accept the token. Check token and use_ssl.',
  },
  'spark.no-spark': {
    zh: '{address} 上的服务不是 Spark Connect 4.0 或更高版本。请检查地址，或请管理员升级。',
    en: 'What answers at {address} is no Spark Connect 4.0 or newer. Check the address, or ask for a newer Spark.',
  },
  'spark.old-version': {
    zh: 'Spark 的版本是 {version}，需要 4.0 或更高版本。请请管理员升级，或去掉 --engine spark 在本机核对。',
    en: 'Spark is version {version}; 4.0 or newer is needed. Ask for a newer Spark, or audit on this machine without --engine spark.',
  },
  'spark.lost': {
    zh: '与 {address} 的 Spark 失去了联系，核对没有完成，也没有写出任何结果。请确认服务恢复后重新运行。',
    en: 'Spark at {address} was lost in the middle of the audit; nothing was written. Run it again when the server is back.',
  },
  'spark.session-ended': {
    zh: '{address} 的 Spark 结束了本次会话（可能是服务重启或会话超时），核对没有完成，也没有写出任何结果。请重新运行。',
    en: 'Spark at {address} has ended the session (a restart, or its time was up); nothing was written. Run the audit again.',
  },
  'spark.files-unseen': {
    zh: '{address} 的 Spark 读不到已读入的数据，没有写出任何结果。--from 的文件夹要放在集群每台机器都能以同一路径访问的共享存储上，并允许运行 Spark 的用户读取。',
    en: 'Spark at {address} cannot read what was loaded; nothing was written. The folder of --from must lie where all machines of the cluster see it under the same path, and the user that runs Spark must be allowed to read it.',
  },
  'spark.out-of-memory': {
    zh: '{address} 的 Spark 内存不够，核对没有完成，也没有写出任何结果。请管理员增加执行器内存（spark.executor.memory）或分区数（spark.sql.shuffle.partitions）后重新运行。',
    en: 'Spark at {address} ran out of memory; nothing was written. Give the executors more (spark.executor.memory), or more partitions (spark.sql.shuffle.partitions), and run the audit again.',
  },
  'spark.disk-full': {
    zh: '{address} 的 Spark 集群磁盘已满，核对没有完成，也没有写出任何结果。请管理员清理 spark.local.dir 所在的磁盘后重新运行。',
    en: 'A disk of the Spark cluster at {address} is full; nothing was written. Make room where spark.local.dir lies, and run the audit again.',
  },
  'spark.executor-lost': {
    zh: '{address} 的 Spark 集群丢失了一台执行器，它保存的中间结果也没有了；核对没有完成，也没有写出任何结果。请重新运行；若再次发生，请管理员查看执行器日志。',
    en: 'The Spark cluster at {address} lost an executor and what it kept; nothing was written. Run the audit again; if it happens once more, look into the logs of the executors.',
  },
} as const;

process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// Only watches: the channel must not keep the process alive.
process.channel?.unref();

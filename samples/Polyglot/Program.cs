using Polyglot;

// A node with one port, for programs in other languages to join: see hello.py, hello.js, hello.pl and hello.sh.
// Usage: [HOST:PORT [SEED...]]; the secret in MP_SECRET or MP_SECRET_FILE. It serves until its input ends.
string bind = args is [string given, ..] ? given : "127.0.0.1:4040";
string[] seeds = [.. args.Skip(1)];
try
{
    // Whoever can't compute HMAC-SHA3 may send the secret itself: others could read it on the way, so on loopback only.
    await using Node node = await Node.StartAsync(new NodeOptions
    {
        Binds = [bind],
        Seeds = seeds,
        AcceptClearText = true,
    });
    PortId<Greeter> greeter = node.CreatePort(new Greeter());
    node.Register("greeter", greeter);
    node.Groups.Register("greeters", greeter);
    Console.WriteLine($"READY {greeter}");
    await Console.In.ReadToEndAsync();
    return 0;
}
catch (Exception exception) when (exception is NodeConfigurationException or IOException)
{
    await Console.Error.WriteLineAsync($"polyglot: {exception.Message}");
    return 2;
}

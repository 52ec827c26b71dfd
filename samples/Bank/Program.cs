using Mp.Testing;

// Simulates a bank on three nodes while the network fails: dotnet run --project samples/Bank -- [seeds] [first seed]
const int Accounts = 6;
const int Transfers = 200;
const long Opening = 1000;

int seeds = args.Length > 0 ? int.Parse(args[0]) : 20;
int first = args.Length > 1 ? int.Parse(args[1]) : 1;
int losses = 0;
var options = new SimulationOptions
{
    ReplayCommand = seed => $"dotnet run --project samples/Bank -- 1 {seed}",
};

try
{
    for (int seed = first; seed < first + seeds; seed++)
    {
        SimulationResult result = Simulation.Run(seed, RunAsync, options);
        losses += result.History.Count(record => record.Kind == HistoryKind.Down);
    }
}
catch (SimulationFailedException failure)
{
    Console.WriteLine(failure.Message);
    return 1;
}

Console.WriteLine($"{seeds} banks of {Accounts} accounts, {Transfers} transfers each; links were lost {losses} times");
Console.WriteLine("all money is there");
return 0;

static async Task RunAsync(SimulatedWorld world)
{
    // Accounts live in memory only, so their processes may stand still, but not die.
    world.Faults.Kinds = FaultKinds.Cut | FaultKinds.Block | FaultKinds.Slow | FaultKinds.Refuse | FaultKinds.Freeze;
    world.Cluster.Network.UserTimeout = world.Cluster.Network.KeepAlive = TimeSpan.FromSeconds(5);
    List<(Account Account, Node Node, PortId Id)> bank = [];
    for (int number = 0; number < Accounts; number++)
    {
        TestNode node = number < 3 ? world.Cluster.AddNode() : world.Cluster[number - 3];
        var account = new Account(Opening);
        bank.Add((account, node.Node, node.Node.CreatePort(account)));
    }

    world.Faults.Start();
    for (int transfer = 0; transfer < Transfers; transfer++)
    {
        (_, Node node, PortId from) = bank[world.Random.Next(Accounts)];
        node.Snd(from, "transfer", bank[world.Random.Next(Accounts)].Id, world.Random.NextInt64(1, 100));
        await world.Delay(TimeSpan.FromMilliseconds(world.Random.Next(50)));
    }

    world.Faults.Stop();
    await world.Until(() => bank.All(entry => entry.Account.UnderWay == 0), TimeSpan.FromMinutes(10));
    long sum = bank.Sum(entry => entry.Account.Balance);
    if (sum != Accounts * Opening)
    {
        throw new InvalidOperationException($"There are {sum} in the bank instead of {Accounts * Opening}.");
    }
}

using Mp.Simulations;
using Mp.Simulations.Planting;
using Mp.Torture;
using Mp.Torture.Chaos;
using Mp.Torture.Coverage;
using Mp.Torture.Cuts;
using Mp.Torture.Flood;
using Mp.Torture.Freeze;
using Mp.Torture.Fuzz;
using Mp.Torture.Growth;
using Mp.Torture.Handshakes;
using Mp.Torture.Interleavings;
using Mp.Torture.Processes;
using Mp.Torture.Retention;
using Mp.Torture.Slow;
using Mp.Torture.Soak;

// Each verb is a long test that is asked for by name, and ends with one line that sums it up. The exit code is 0 if
// nothing was found, 1 if something was, 2 if the question was not understood.
const string Usage = """
    usage: fuzz --format msgpack|cbor|json [--inputs N] [--seed S]    frames, into the readers
           coverage --format msgpack|cbor|json|handshake [--minutes N | --count N] [--seed S] [--corpus FOLDER]
                                                                      the same, guided by the code that is reached
           handshakes [--inputs N] [--seed S]                         greetings and proofs, into the handshake
           sim [--minutes N | --count N] [--seed S]                   whole clusters, simulated
           planted [--only NAME] [--seed S | --depth N]               simulation or interleavings, against planted bugs
           cuts [--messages N] [--cuts N] [--seed S]                  connections between two processes, cut while busy
           slow [--seconds N] [--stalled N]                           peers that are stopped, and offered 20 MB/s each
           mesh [--nodes N] [--globals N]                             a network that finds itself, in virtual time
           freeze [--peers N] [--seed S]                              processes that are stopped: how soon it is noticed
           interleavings [--depth N] [--only X] [--order N,N]         a few events, in every order that there is
           retention [--monitors N] [--reconnects N]                  what is over, and what that leaves in memory
           soak [--minutes N] [--seed S]                              two processes that do all there is, for long
           chaos [--nodes N] [--minutes N] [--seed S]                 many processes, killed, stopped and cut off
           flood [--half-open N] [--idle N]                           connections that say nothing, and idle ones
    """;
try
{
    return args switch
    {
        ["fuzz", .. string[] rest] => FuzzRun.Run(rest, Console.Out),
        ["coverage", .. string[] rest] => CoverageRun.Run(rest, Console.Out),
        ["handshakes", .. string[] rest] => HandshakesRun.Run(rest, Console.Out),
        ["sim", .. string[] rest] => SimCommand.Run(Checked(rest, "--minutes", "--count", "--seed")),
        ["planted", "--only", string name, .. string[] rest] =>
            await PlantedCommand.RunAsync(["--only", name, .. Checked(rest, "--seed", "--depth")]),
        ["planted", .. string[] rest] => await PlantedCommand.RunAsync(Checked(rest, "--seed", "--depth")),
        ["cuts", .. string[] rest] => await CutsRun.RunAsync(rest, Console.Out),
        ["slow", .. string[] rest] => await SlowRun.RunAsync(rest, Console.Out),
        ["mesh", .. string[] rest] => await GrowthRun.RunAsync(rest, Console.Out),
        ["freeze", .. string[] rest] => await FreezeRun.RunAsync(rest, Console.Out),
        ["interleavings", .. string[] rest] => InterleavingsRun.Run(rest, Console.Out),
        ["retention", .. string[] rest] => await RetentionRun.RunAsync(rest, Console.Out),
        ["flood", .. string[] rest] => await FloodRun.RunAsync(rest, Console.Out),
        ["soak", .. string[] rest] => await SoakRun.RunAsync(rest, Console.Out),
        [SoakNode.Verb, string id, string bind] => await SoakNode.RunAsync(id, bind),
        ["chaos", .. string[] rest] => await ChaosRun.RunAsync(rest, Console.Out),
        [ChaosNode.Verb, string path, string incarnation, string host, .. string[] nodes] =>
            await ChaosNode.RunAsync(path, incarnation, host, nodes),
        [SinkPort.Verb] => await NodeProcess.ServeAsync(SinkPort.PortName, new SinkPort()),
        [CutsRun.ReceiverVerb] => await NodeProcess.ServeAsync(NumberReceiver.PortName, new NumberReceiver()),
        _ => throw new UsageException("There is no such test."),
    };
}
catch (UsageException exception)
{
    await Console.Error.WriteLineAsync($"torture: {exception.Message}\n{Usage}");
    return 2;
}

// The simulation reads its numbers as they are.
static string[] Checked(string[] texts, params string[] numbers)
{
    var arguments = new Arguments(texts, numbers);
    Array.ForEach(numbers, number => arguments.Number(number, otherwise: 0, least: 0));
    return texts;
}

using Mp.Simulations;
using Mp.Simulations.Planting;
using Mp.Torture;
using Mp.Torture.Fuzz;
using Mp.Torture.Handshakes;

// Each verb is a long test that is asked for by name, and ends with one line that sums it up. The exit code is 0 if
// nothing was found, 1 if something was, 2 if the question was not understood.
const string Usage = """
    usage: fuzz --format msgpack|cbor|json [--inputs N] [--seed S]    frames, into the readers
           handshakes [--inputs N] [--seed S]                         greetings and proofs, into the handshake
           sim [--minutes N | --count N] [--seed S]                   whole clusters, simulated
           planted [--seed S] [--only NAME]                           the simulation, against bugs that were planted
    """;
try
{
    return args switch
    {
        ["fuzz", .. string[] rest] => FuzzRun.Run(rest, Console.Out),
        ["handshakes", .. string[] rest] => HandshakesRun.Run(rest, Console.Out),
        ["sim", .. string[] rest] => SimCommand.Run(rest),
        ["planted", .. string[] rest] => await PlantedCommand.RunAsync(rest),
        _ => throw new UsageException("There is no such test."),
    };
}
catch (UsageException exception)
{
    await Console.Error.WriteLineAsync($"torture: {exception.Message}\n{Usage}");
    return 2;
}

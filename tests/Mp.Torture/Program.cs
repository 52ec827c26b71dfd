using Mp.Torture.Fuzz;

// Each verb is a long test that is asked for by name, and ends with one line that sums it up. The exit code is 0 if
// nothing was found, 1 if something was, 2 if the question was not understood.
switch (args)
{
    case ["fuzz", .. string[] rest] when FuzzOptions.TryParse(rest, out FuzzOptions? options):
        return new FuzzRun(options).Run(Console.Out) ? 0 : 1;
    default:
        await Console.Error.WriteLineAsync(
            """
            usage: fuzz --format msgpack|cbor|json [--inputs N] [--seed S]
            """);
        return 2;
}

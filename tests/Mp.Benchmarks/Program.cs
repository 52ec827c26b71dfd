using System.Globalization;
using Mp.Benchmarks;
using Mp.Benchmarks.Curves;

// See docs/performance.md. Workloads and output are those of the benchmark contract.
switch (args)
{
    case ["contract", .. string[] rest]:
        await Contract.RunAsync(Arguments.Parse(rest));
        return 0;
    case ["baseline", .. string[] rest]:
        await Baseline.RunAsync(Arguments.Parse(rest));
        return 0;
    case ["micro"]:
        Micro.Match();
        return 0;
    case ["payloads"]:
        Micro.Payload();
        return 0;
    case ["tuple"]:
        Micro.Tuple();
        return 0;
    case ["generator"]:
        Micro.Generator();
        return 0;
    case ["curves", string folder, .. string[] rest]:
        await Drawing.MeasureAsync(folder, Arguments.Parse(rest));
        return 0;
    case ["draw", string file, string folder]:
        await Drawing.DrawAsync(file, folder);
        return 0;
    case ["tag-port", string name, string tags]:
        TagPorts.Compile(name, int.Parse(tags, CultureInfo.InvariantCulture));
        return 0;
    case ["remote-server", string port]:
        await RemoteServer.RunAsync(port);
        return 0;
    case ["remote-client", string port, .. string[] rest]:
        // Whoever started the server, this program did not: it would look like somebody else.
        await RemoteClient.RunAsync(port, Arguments.Parse(rest) with { IsGuarded = false });
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            """
            usage: contract WORKLOAD... [-n RUNS] [-w WARMUPS]
                     local:  A B B64 Cin Cout Dspawn Dskynet E G1 G50 G1000
                     whole processes: I
                     remote: F1 F200 Frtt F100 Fjson Fcbor
                     of 1 byte to 1 MiB, beside bare sockets: Fsizes
                     1, 10 and 100 links: Flinks
                     1 to 1,000 tags, 1 to 100,000 ports: Gtags Cports
                     bytes each, of many: Mports Mlinks Mmonitors
                   baseline [WORKLOAD...] [-n RUNS] [-w WARMUPS]
                     channels: A B    bare sockets: F1 Frtt
                   micro      matching alone: generated tables beside a switch by hand
                   payloads   objects to bytes and back, beside System.Text.Json
                   tuple      ["ping", 42, "node#port"] to bytes and back
                   curves FOLDER [-n RUNS] [-w WARMUPS]
                              figures of docs/performance.md, and the lines that they show
                   draw FILE FOLDER
                              figures of lines that were printed before
                   generator  what the generators cost a project of 1,000 handlers
                   remote-server PORT
                   remote-client PORT [WORKLOAD...] [-n RUNS] [-w WARMUPS]
            A run during which others had more than a tenth of the machine is made once more, as long as there are at most
            three times as many; with --unguarded it is not.
            """);
        return 2;
}

using System.Diagnostics.CodeAnalysis;

namespace Chat;

/// <summary>What the command line says.</summary>
/// <param name="Nick">Who chats; nobody in a server.</param>
/// <param name="HasSession">Whether a client has a session of its own at the server.</param>
/// <param name="Node">How the node is set up.</param>
internal sealed record Options(string? Nick, bool HasSession, NodeOptions Node)
{
    public const string Usage = """
        usage: Chat server [--bind HOST:PORT] [--seed HOST:PORT]... [--node-id ID]
               Chat client NICK [--session] [--bind HOST:PORT] [--seed HOST:PORT]... [--node-id ID]
        A server listens on 127.0.0.1:4040 unless told otherwise, and a client's seed is there.
        The secret of the network is in MP_SECRET, or in the file that MP_SECRET_FILE names.
        """;

    private const string CustomaryAddress = "127.0.0.1:4040";

    public static bool TryParse(string[] args, [NotNullWhen(true)] out Options? options, out string problem)
    {
        options = args switch
        {
            ["server", ..] => new Options(null, false, new NodeOptions()),
            ["client", [not '-', ..] nick, ..] => new Options(nick, false, new NodeOptions()),
            _ => null,
        };
        problem = options is null ? "it is either a server or a client with a nick" : "";
        for (int index = options?.Nick is null ? 1 : 2; options is not null && index < args.Length; index++)
        {
            Options? with = options.With(args[index], index + 1 < args.Length ? args[index + 1] : null);
            problem = with is null ? $"'{args[index]}' is no option here, or lacks its value" : "";
            index += args[index] is "--session" ? 0 : 1;
            options = with;
        }

        options = options?.WithDefaults();
        return options is not null;
    }

    private Options? With(string option, string? value) => (option, value) switch
    {
        ("--session", _) when Nick is not null => this with { HasSession = true },
        ("--bind", not null) => this with { Node = Node with { Binds = [value] } },
        ("--seed", not null) => this with { Node = Node with { Seeds = [.. Node.Seeds, value] } },
        ("--node-id", not null) => this with { Node = Node with { NodeId = value } },
        _ => null,
    };

    private Options WithDefaults() => this switch
    {
        { Nick: null, Node.Binds: [] } => this with { Node = Node with { Binds = [CustomaryAddress] } },
        { Nick: not null, Node.Seeds: [] } => this with { Node = Node with { Seeds = [CustomaryAddress] } },
        _ => this,
    };
}

using Mp.Generators.Contracts;

namespace Mp.Analyzers.Evolution;

/// <summary>A port class with the classes that it derives from, whose handlers it has as well.</summary>
internal sealed class PortFamily
{
    /// <summary>Of a class, and as many of its base classes as are known.</summary>
    /// <param name="port">The class.</param>
    /// <param name="find">Finds a class by its name, or nothing.</param>
    public PortFamily(PortContract port, Func<string, PortContract?> find)
    {
        var members = new List<PortContract> { port };
        var names = new List<string>();

        // A file that somebody has edited may say that classes derive from each other.
        while (members[members.Count - 1].Base is { Length: > 0 } name && !names.Contains(name, StringComparer.Ordinal))
        {
            names.Add(name);
            if (find(name) is not { } found)
            {
                break;
            }

            members.Add(found);
        }

        (Members, BaseNames) = (members, names);
    }

    /// <summary>The class, and the base classes that are known.</summary>
    public IReadOnlyList<PortContract> Members { get; }

    /// <summary>The names of the base classes, up to the first that is not known.</summary>
    public IReadOnlyList<string> BaseNames { get; }

    /// <summary>The arms of all of them.</summary>
    public IEnumerable<ArmContract> Arms => Members.SelectMany(static member => member.Arms);

    /// <summary>Whether what no handler matches is received.</summary>
    public bool ReceivesUnmatched => Members.Any(static member => member.ReceivesUnmatched);
}

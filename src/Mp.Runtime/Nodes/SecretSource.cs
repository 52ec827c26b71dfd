namespace Mp.Nodes;

/// <summary>Finds a node's secret: in its options, a file, or the environment.</summary>
internal static class SecretSource
{
    /// <summary>The secret, or nothing and then, unless it is optional, a problem more.</summary>
    public static Secret? Find(NodeOptions options, bool isOptional, List<string> problems)
    {
        try
        {
            return options.Secret ?? FromFile(options.SecretFile) ?? FromEnvironment()
                ?? (isOptional ? null : Missing(problems));
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException)
        {
            problems.Add(exception.Message);
            return null;
        }
    }

    private static Secret? FromFile(string? path) => string.IsNullOrEmpty(path) ? null : Secret.FromFile(path);

    private static Secret? FromEnvironment()
    {
        string? text = Environment.GetEnvironmentVariable(NodeOptions.SecretVariable);
        return string.IsNullOrEmpty(text)
            ? FromFile(Environment.GetEnvironmentVariable(NodeOptions.SecretFileVariable))
            : Secret.FromText(text);
    }

    private static Secret? Missing(List<string> problems)
    {
        problems.Add(
            "There is no secret and no certificate, and without either a node meets no other. Make a secret, the same "
            + "for every node of the network: '(umask 077; head -c 32 /dev/urandom | base64 > mp.secret)', or in C# "
            + $"Secret.Generate(). Give it as {nameof(NodeOptions)}.{nameof(NodeOptions.Secret)} or "
            + $"{nameof(NodeOptions.SecretFile)}, or in the environment as {NodeOptions.SecretVariable} or "
            + $"{NodeOptions.SecretFileVariable}.");
        return null;
    }
}

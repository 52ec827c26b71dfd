using Mp.Wire.Authentication;

namespace Mp.Nodes;

/// <summary>What a node authenticates with, found and checked: a secret, a certificate, or both.</summary>
internal sealed record Credentials
{
    /// <summary>The secret, if there is one.</summary>
    public required Secret? Secret { get; init; }

    /// <summary>The certificate, if there is one.</summary>
    public required NodeCertificate? Certificate { get; init; }

    /// <summary>Finds what the options and the environment give.</summary>
    /// <param name="options">The options.</param>
    /// <param name="problems">Where to add what is wrong, a sentence each.</param>
    /// <returns>Nothing if there is neither, or something is wrong.</returns>
    public static Credentials? Find(NodeOptions options, List<string> problems)
    {
        int before = problems.Count;
        NodeCertificate? certificate = FindCertificate(options, problems);
        bool isOptional = certificate is not null || problems.Count > before;
        Secret? secret = SecretSource.Find(options, isOptional, problems);
        if (options.RequireTls && certificate is null && problems.Count == before)
        {
            problems.Add($"{nameof(NodeOptions.RequireTls)} is set and there is no certificate; give one as "
                + $"{nameof(NodeOptions.Certificate)} or {nameof(NodeOptions.CertificateFile)}.");
        }

        return problems.Count == before ? new Credentials { Secret = secret, Certificate = certificate } : null;
    }

    /// <summary>The methods of authentication that are listed, in the order of preference.</summary>
    public IReadOnlyList<AuthenticationMethod> Methods(NodeOptions options) =>
    [
        .. AuthenticationMethod.All.Where(method =>
            (method.IsWithinTls ? Certificate is not null : Secret is not null) && IsWanted(method, options)),
    ];

    private static bool IsWanted(AuthenticationMethod method, NodeOptions options)
    {
        if (method == AuthenticationMethod.TlsMd6 || method == AuthenticationMethod.HmacMd6)
        {
            return options.AcceptMd6;
        }

        return (method != AuthenticationMethod.ClearText || options.AcceptClearText)
            && (method != AuthenticationMethod.TlsAnonymous || options.AcceptTlsAnonymous);
    }

    private static NodeCertificate? FindCertificate(NodeOptions options, List<string> problems)
    {
        try
        {
            NodeCertificate? certificate = options.Certificate
                ?? (string.IsNullOrEmpty(options.CertificateFile)
                    ? null
                    : NodeCertificate.FromPemFile(options.CertificateFile));
            if (certificate?.ProblemAt(options.TimeProvider.GetUtcNow()) is { } problem)
            {
                problems.Add(problem);
                return null;
            }

            return certificate;
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException)
        {
            problems.Add(exception.Message);
            return null;
        }
    }
}

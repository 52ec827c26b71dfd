namespace Mp.Runtime.Tests.Codecs.Oracles;

/// <summary>A test that asks an oracle, and is skipped, visibly, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OracleFactAttribute : FactAttribute
{
    public OracleFactAttribute(string oracle)
    {
        Oracle = oracle;
        Skip = Oracles.Oracle.Find(oracle).IsInstalled ? null : $"{oracle} is not installed on this machine.";
    }

    public string Oracle { get; }
}

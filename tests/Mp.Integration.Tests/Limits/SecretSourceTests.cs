using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.Limits;

/// <summary>Where a secret comes from: options, their file, the environment, the file that it names.</summary>
[Collection(Alone.Name)]
public sealed class SecretSourceTests : IDisposable
{
    private const string Other = "quite another secret";

    private readonly TemporaryFolder _folder = new();
    private readonly string? _variable = Environment.GetEnvironmentVariable(NodeOptions.SecretVariable);
    private readonly string? _fileVariable = Environment.GetEnvironmentVariable(NodeOptions.SecretFileVariable);

    public SecretSourceTests() => Set(null, null);

    public void Dispose()
    {
        Set(_variable, _fileVariable);
        _folder.Dispose();
    }

    [Fact]
    public async Task NoSecret_IsAnErrorThatSaysHowToMakeOne()
    {
        await using Node node = await Node.StartAsync();

        var exception = await Assert.ThrowsAsync<NodeConfigurationException>(
            async () => await node.BecomePublicAsync(PublicNode.AnyPort));

        Assert.Contains("/dev/urandom", exception.Message, StringComparison.Ordinal);
        Assert.Contains("umask 077", exception.Message, StringComparison.Ordinal);
        Assert.Contains(NodeOptions.SecretVariable, exception.Message, StringComparison.Ordinal);
        Assert.Contains(NodeOptions.SecretFileVariable, exception.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(NodeOptions.SecretFile), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task SecretOfTheOptions_ComesFirst()
    {
        Set(Other, Write(Other));

        return AssertGenuineAsync(PublicNode.Options with { SecretFile = Write(Other) });
    }

    [Fact]
    public Task SecretFileOfTheOptions_ComesSecond()
    {
        Set(Other, Write(Other));

        return AssertGenuineAsync(new NodeOptions { SecretFile = Write(PublicNode.SecretText + "\n") });
    }

    [Fact]
    public Task SecretOfTheEnvironment_ComesThird()
    {
        Set(PublicNode.SecretText, Write(Other));

        return AssertGenuineAsync(new NodeOptions());
    }

    [Fact]
    public Task SecretFileOfTheEnvironment_ComesLast()
    {
        Set("", Write(PublicNode.SecretText + "\r\n"));

        return AssertGenuineAsync(new NodeOptions());
    }

    [Theory]
    [InlineData("too short")]
    [InlineData("")]
    public async Task SecretThatIsTooShort_IsAnErrorThatDoesNotTellIt(string secret)
    {
        await using Node node = await Node.StartAsync(new NodeOptions { SecretFile = Write(secret) });

        var exception = await Assert.ThrowsAsync<NodeConfigurationException>(
            async () => await node.BecomePublicAsync(PublicNode.AnyPort));

        Assert.Contains("at least 16", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("too short", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecretFileThatOthersCanRead_IsAnErrorThatSaysHowToMendIt()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string file = Write(PublicNode.SecretText);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Set(null, file);
        await using Node node = await Node.StartAsync();

        var exception = await Assert.ThrowsAsync<NodeConfigurationException>(
            async () => await node.BecomePublicAsync(PublicNode.AnyPort));

        Assert.Contains("chmod 600", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(PublicNode.SecretText, exception.ToString(), StringComparison.Ordinal);
    }

    private static async Task AssertGenuineAsync(NodeOptions options)
    {
        await using Node node = await PublicNode.StartAsync(options);
        await GenuinePeer.ExchangeAsync(node);
    }

    private static void Set(string? secret, string? file)
    {
        Environment.SetEnvironmentVariable(NodeOptions.SecretVariable, secret);
        Environment.SetEnvironmentVariable(NodeOptions.SecretFileVariable, file);
    }

    private string Write(string secret)
    {
        string path = _folder.Write(Path.GetRandomFileName(), secret);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return path;
    }
}

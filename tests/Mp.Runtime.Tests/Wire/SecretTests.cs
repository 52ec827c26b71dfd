using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Mp.Runtime.Tests.Wire;

public sealed class SecretTests : IDisposable
{
    private const string Text = "sixteen bytes or more";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("mp-tests-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void FromText_IsItsBytes()
    {
        Secret secret = Secret.FromText(Text);

        Assert.Equal(Encoding.UTF8.GetBytes(Text), secret.Bytes);
        Assert.Equal(Text, secret.Reveal());
    }

    [Fact]
    public void FromBytes_ThatAreTooFew_SaysHowToMakeASecret()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Secret.FromText("only 15 bytes.."));

        Assert.Contains("head -c 32 /dev/urandom | base64", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("only", error.Message, StringComparison.Ordinal);
        Assert.Equal(16, Secret.FromBytes(new byte[16]).Bytes.Length);
    }

    [Fact]
    public void Generate_Twice_GivesTwoSecrets()
    {
        Secret first = Secret.Generate();
        Secret second = Secret.Generate();

        Assert.NotEqual(first.Reveal(), second.Reveal());
        Assert.Equal(32, Convert.FromBase64String(first.Reveal()).Length);
        Assert.Equal(first.Bytes, Secret.FromText(first.Reveal()).Bytes);
    }

    [Fact]
    public void Reveal_OfBytesThatAreNoText_Throws()
    {
        byte[] bytes = new byte[16];
        bytes[0] = 0xff;

        Assert.Throws<InvalidOperationException>(() => Secret.FromBytes(bytes).Reveal());
    }

    [Theory]
    [InlineData(Text + "\n")]
    [InlineData(Text + "\r\n")]
    [InlineData(Text)]
    public void FromFile_IsItsContentWithoutTheLineEnd(string content)
    {
        string path = Write(content);

        Secret secret = Secret.FromFile(path);

        Assert.Equal(Text, secret.Reveal());
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void FromFile_ThatOthersCanReadOrWrite_SaysWhatToDo(UnixFileMode more)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string path = Write(Text);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | more);

        ArgumentException error = Assert.Throws<ArgumentException>(() => Secret.FromFile(path));

        Assert.Contains("chmod 600", error.Message, StringComparison.Ordinal);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromFile_ThatIsTooLongOrMissing_Throws()
    {
        string path = Write(new string('x', 70_000));

        Assert.Throws<ArgumentException>(() => Secret.FromFile(path));
        Assert.Throws<FileNotFoundException>(() => Secret.FromFile(path + ".missing"));
    }

    [Fact]
    public void Nothing_ShowsTheSecret()
    {
        Secret secret = Secret.FromText(Text);

        Assert.Equal("(secret)", secret.ToString());
        Assert.Equal("(secret)", typeof(Secret).GetCustomAttribute<DebuggerDisplayAttribute>()?.Value);
        Assert.Empty(typeof(Secret).GetProperties());
        Assert.Empty(typeof(Secret).GetFields());
    }

    private string Write(string content)
    {
        string path = Path.Combine(_directory.FullName, "secret");
        File.WriteAllText(path, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return path;
    }
}

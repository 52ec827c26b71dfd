using Mp.Architecture.Tests.Sources;

namespace Mp.Architecture.Tests.PublicApi;

public sealed class PublicApiTests
{
    private const string Committed = "src/Mp.Runtime/PublicApi.txt";
    private const string AcceptVariable = "MP_ACCEPT_PUBLIC_API";

    [Fact]
    public void Runtime_HasThePublicApiThatIsCommitted()
    {
        string built = PublicApiText.Of(typeof(Port).Assembly.Location);
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            File.WriteAllText(Repository.FullPath(Committed), built);
        }

        string[] committed = Repository.Read(Committed).Split('\n');
        string[] found = built.Split('\n');

        Offenders.AreNone(
            $"The public API is not the committed one. If that is meant, accept it with {AcceptVariable}=1:",
            found.Except(committed).Select(line => "+ " + line)
                .Concat(committed.Except(found).Select(line => "- " + line)));
        Assert.Equal(string.Join('\n', committed), built);
    }
}

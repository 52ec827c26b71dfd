namespace Mp.Analyzers.Tests.Evolution;

/// <summary>What a change of port classes, and of whom they derive from, means for peers.</summary>
public sealed class PortChangeTests
{
    [Fact]
    public void NewPort_Grows() => Assert.Equal(
        ["grows: The interface 'I' is new", "grows: The port 'P' is new"],
        ContractText.ChangesOf("", "port P\n[\"a\"]\ninterface I\n[\"a\"]"));

    [Fact]
    public void PortThatIsGone_Breaks() =>
        Assert.Equal(["breaks: The port 'P' is gone"], ContractText.ChangesOf("port P\n[\"a\"]", ""));

    [Fact]
    public void PortThatIsGone_OfWhichNothingWasKnown_Grows() =>
        Assert.Equal(["grows: The port 'P' is gone"], ContractText.ChangesOf("port P\nopen", ""));

    [Fact]
    public void PortThatIsAnInterfaceNow_Breaks() => Assert.Equal(
        ["breaks: 'P' was 'port', and is 'interface'"],
        ContractText.ChangesOf("port P\n[\"a\"]", "interface P\n[\"a\"]"));

    [Fact]
    public void ArmThatMovesToABaseClass_IsThereStill() => Assert.Equal(
        [
            "grows: The port 'B' is new",
            "grows: 'P' derives from 'B'",
            "grows: 'P' receives [\"a\"] by another handler",
        ],
        ContractText.ChangesOf("port P\n[\"a\"]", "port P : B\nport B\n[\"a\"]"));

    [Fact]
    public void ArmThatMovesToABaseClassOfAnotherAssembly_IsThereStill() => Assert.Equal(
        ["grows: 'P' derives from 'B'", "grows: 'P' receives [\"a\"] by another handler"],
        ContractText.ChangesOf("port P\n[\"a\"]", "port P : B", elsewhere: "port B : C\nport C\n[\"a\"]"));

    [Fact]
    public void ArmThatABaseClassLoses_IsSaidOfTheBaseClassAlone() => Assert.Equal(
        ["breaks: 'B' does not receive [\"a\"] any more"],
        ContractText.ChangesOf("port P : B\nport B\n[\"a\"]\n[\"b\"]", "port P : B\nport B\n[\"b\"]"));

    [Fact]
    public void BaseClassThatIsLeft_TakesItsArmsAlong() => Assert.Equal(
        [
            "breaks: 'P' does not receive [\"a\"] any more",
            "grows: 'P' derives from no other port class",
            "grows: 'P' receives [\"b\"]",
        ],
        ContractText.ChangesOf(
            "port P : B\nport B\n[\"a\"]\n[\"b\"]",
            "port P\n[\"b\"]\nport B\n[\"a\"]\n[\"b\"]"));

    [Fact]
    public void BaseClassThatIsLeft_AndIsNotKnown_Breaks() => Assert.Equal(
        ["breaks: 'P' does not derive from 'B' any more", "grows: 'P' derives from no other port class"],
        ContractText.ChangesOf("port P : B", "port P"));

    [Fact]
    public void BaseClassBetween_ThatIsNew_Grows() => Assert.Equal(
        ["grows: The port 'C' is new", "grows: 'P' derives from 'C'"],
        ContractText.ChangesOf("port P : B\nport B\n[\"a\"]", "port P : C\nport B\n[\"a\"]\nport C : B"));

    [Fact]
    public void ClassesThatDeriveFromEachOther_InAFileThatSomebodyEdited_AreNoTrap() =>
        Assert.Empty(ContractText.ChangesOf("port P : Q\nport Q : P", "port P : Q\nport Q : P"));
}
